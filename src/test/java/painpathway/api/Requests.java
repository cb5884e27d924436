package painpathway.api;

/** Requests that the tests of the JSON contract send. The ids are public and stable. */
final class Requests {

    /** Nothing but one painful place. */
    static final String BARE = "{\"pains\": [{}]}";

    /** Every safety question answered with the harmless answer. */
    static final String CALM = """
            "patient.age": 58, "patient.pregnant": "not-applicable", "safety.bladder-bowel-saddle": ["none"], "safety.weakness": "none",
            "safety.cord-signs": ["none"], "safety.cancer": "never", "safety.fever-or-ill": ["none"], "safety.infection": ["none"],
            "safety.weight-loss": "no", "safety.trauma": "none", "safety.bone-weakening": ["none"], "safety.vessel-and-organ-signs": ["none"]""";

    private Requests() {
    }

    static String with(String answers, String... pains) {
        return "{\"answers\": {" + answers + "}, \"pains\": [{" + String.join("}, {", pains) + "}]}";
    }
}
