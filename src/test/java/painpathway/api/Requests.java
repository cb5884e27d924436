package painpathway.api;

import java.util.Map;
import java.util.TreeMap;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;

/** Requests that the tests of the JSON contract send. The ids are public and stable. */
public final class Requests {

    /** Nothing but one painful place. */
    static final String BARE = "{\"pains\": [{}]}";

    /** Every question about the patient, answered without anything worrying. */
    static final String CALM = """
            "patient.age": 58, "patient.pregnant": "not-applicable", "safety.bladder-bowel-saddle": ["none"], "safety.weakness": "none",
            "safety.cord-signs": ["none"], "safety.cancer": "never", "safety.fever-or-ill": ["none"], "safety.infection": ["none"],
            "safety.weight-loss": "no", "safety.trauma": "none", "safety.bone-weakening": ["none"], "safety.vessel-and-organ-signs": ["none"],
            "function.enjoyment": 6, "function.general-activity": 6, "function.painful-areas": 1, "care.psychology-weeks": 0, "opioid.daily-dose": 0,
            "medicine.blood-thinner": ["none"], "health.diabetes": "none", "health.allergies": ["none"], "health.implants": ["none"],
            "health.other-illness": ["none"], "mood.startback": "low", "mood.phq2": 0, "mood.serious-untreated-illness": "no",
            "mood.substance-misuse": "no", "plan.rehabilitation": "yes\"""";

    /** Back pain that has lasted despite care, worse with twisting. */
    static final String LASTING = """
            "diagnosis.known": ["none"], "prior.procedures": ["none"], "pain.site": "low-back", "pain.side": "both", "pain.weeks": 30,
            "pain.average": 6, "pain.worst": 8, "pain.quality": ["aching"], "pain.spread": "stays-put", "pain.dominant": "spine",
            "pain.worse-with": ["twisting", "bending-back"], "pain.eased-by": ["lying"], "pain.night": "none", "scan.kind": "none",
            "surgery.kind": "none", "care.physiotherapy-weeks": 12, "care.physiotherapy-result": "some", "care.medicines-weeks": 12,
            "care.medicines-result": "some\"""";

    private Requests() {}

    static String of(String answers, String... pains) {
        return "{\"answers\": {" + answers + "}, \"pains\": [{" + String.join("}, {", pains) + "}]}";
    }

    /** The patient that ends in a procedure as a candidate. */
    static String candidate() {
        return of(CALM, LASTING);
    }

    /** An answer as a client sends it; "not-known" where there is none. */
    public static Object value(Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return amount.value() == Math.rint(amount.value())
                    ? (Object) (long) amount.value()
                    : (Object) amount.value();
        }
        if (answer instanceof Answer.Choice choice) {
            return choice.option();
        }
        return answer instanceof Answer.Choices choices
                ? choices.options().stream().sorted().toList()
                : AnswerFormat.NOT_KNOWN;
    }

    /** A whole request of a patient. */
    public static Map<String, Object> of(Assessment patient) {
        return Map.of(
                "policy",
                patient.policy(),
                "answers",
                values(patient.patient()),
                "pains",
                patient.pains().stream().map(Requests::values).toList());
    }

    private static Map<String, Object> values(Map<String, Answer> answers) {
        Map<String, Object> values = new TreeMap<>();
        answers.forEach((id, answer) -> values.put(id, value(answer)));
        return values;
    }
}
