package painpathway.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import painpathway.questionnaire.Answer;
import painpathway.questionnaire.AnswerFormat;
import painpathway.questionnaire.Assessment;

/** A nurse who knows the answers of one patient and gives them as the page asks for them. Counts what it takes. */
final class Nurse {

    private final Page page;
    private final Assessment patient;
    private int answers;
    private int taps;
    private int words;

    Nurse(Page page, Assessment patient) {
        this.page = page;
        this.patient = patient;
        // A warning sign may come up with any tap, and its reasons with the reply; it is read and put away before
        // anything else.
        page.addLocatorHandler(page.locator("#interrupt[open]"), interrupt -> {
            BrowserTest.settled(page);
            BrowserTest.read(page);
            tap(interrupt.locator("[data-close=interrupt]"));
        });
    }

    /** Questions answered. */
    int answers() {
        return answers;
    }

    /** Taps, a number typed being one. */
    int taps() {
        return taps;
    }

    /** The words of the questions that were answered, with their help and their options. */
    int words() {
        return words;
    }

    /** Begins a new intake. */
    Nurse begin() {
        page.navigate("/");
        page.locator("form.begin button").click();
        page.waitForURL("**/intakes/*");
        return this;
    }

    /** Answers section by section and ends with the advice. */
    void bySection() {
        String policy = page.locator("select[name=policy]").inputValue();
        if (!patient.policy().equals(policy)) {
            page.locator("select[name=policy]").selectOption(patient.policy());
        }
        Set<String> given = new LinkedHashSet<>();
        while (!page.locator("#desk").getAttribute("data-at").equals("advice")) {
            if (page.locator("#places").isVisible()
                    && page.locator("[data-list]").count() < patient.pains().size()) {
                tap(page.locator(".add-place"));
                page.waitForLoadState();
                continue;
            }
            // Every pass may uncover questions further down.
            for (boolean more = true; more; ) {
                more = false;
                for (String field : shown()) {
                    Answer answer = known(field);
                    if (answer != null && given.add(field)) {
                        give(field, answer);
                        more = true;
                    }
                }
                BrowserTest.settled(page);
            }
            tap(page.locator("[data-step]:not([hidden]) .moves .next.by-section"));
        }
        BrowserTest.settled(page);
    }

    @SuppressWarnings("unchecked")
    private List<String> shown() {
        // The lists of further places stand behind their tabs; a nurse opens them as they are needed.
        return (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('[data-step]:not([hidden]) .question:not([hidden]):not(.kept)')].map(q => q.dataset.field)");
    }

    /** Answers question by question and ends with the advice; what is not known of the patient is said to be so. */
    void oneByOne() {
        if (!patient.policy().equals(page.locator("select[name=policy]").inputValue())) {
            page.locator("select[name=policy]").selectOption(patient.policy());
        }
        page.locator(".switch label").nth(1).click();
        BrowserTest.until(
                page,
                "() => document.getElementById('desk').dataset.lead === 'one' && document.getElementById('ask').value !== ''");
        String field = asked();
        while (!field.isEmpty()) {
            Answer answer = known(field);
            if (answer == null) {
                read(field);
                choose(field, AnswerFormat.NOT_KNOWN);
            } else {
                give(field, answer);
                if (!(answer instanceof Answer.Choice) && !isAlone(answer) && !isScale(field)) {
                    // A warning sign comes with the reply, and would take the tap that is meant for the page.
                    BrowserTest.settled(page);
                    tap(page.locator("[data-step]:not([hidden]) .next.by-one"));
                }
            }
            BrowserTest.until(
                    page,
                    "was => document.getElementById('live').dataset.ask !== was && document.getElementById('desk').dataset.at !== '' "
                            + "&& document.getElementById('ask').value === document.getElementById('live').dataset.ask",
                    field);
            field = asked();
        }
        tap(page.locator("[data-step=end] .next"));
        BrowserTest.settled(page);
    }

    private String asked() {
        return (String) page.evaluate("() => document.getElementById('live').dataset.ask");
    }

    private boolean isScale(String field) {
        return page.locator("[data-field='" + field + "'].c-scale").count() > 0;
    }

    private static boolean isAlone(Answer answer) {
        return answer == Answer.NOT_KNOWN
                || answer instanceof Answer.Choices several && several.options().equals(Set.of("none"));
    }

    private Answer known(String field) {
        String id = field.substring(field.indexOf('.') + 1);
        Map<String, Answer> of = field.startsWith("q.")
                ? patient.patient()
                : field.charAt(1) - '0' < patient.pains().size()
                        ? patient.pains().get(field.charAt(1) - '0')
                        : Map.of();
        return of.get(id);
    }

    private void read(String field) {
        answers++;
        String countWords =
                "f => document.querySelector(`[data-field='${f}']`).innerText.split(/\\s+/).filter(w => /[a-z]/i.test(w)).length";
        words += (int) page.evaluate(countWords, field);
    }

    /** Gives one answer. */
    void give(String field, Answer answer) {
        read(field);
        if (answer instanceof Answer.Amount amount) {
            String number = AnswerFormat.text(amount.value());
            if (isScale(field)) {
                choose(field, number);
            } else {
                taps++;
                BrowserTest.seen(page);
                openTab(field);
                Locator text = page.locator("[data-field='" + field + "'] input[type=text]");
                text.fill(number);
                text.dispatchEvent("change");
            }
        } else if (answer instanceof Answer.Choices several) {
            several.options().forEach(o -> choose(field, o));
        } else {
            choose(field, answer instanceof Answer.Choice choice ? choice.option() : AnswerFormat.NOT_KNOWN);
        }
    }

    /** A tap on a question that has just come up again with a reply does not count; whoever sees that it did not taps again. */
    private void choose(String field, String value) {
        Locator option = option(field, value);
        tap(option);
        Locator input = option.locator("input");
        if (input.count() > 0 && option.isVisible() && !input.isChecked()) {
            BrowserTest.seen(page);
            option.click();
        }
    }

    private Locator option(String field, String value) {
        openTab(field);
        if (field.matches("p[1-9].*") && page.locator("[data-tab]").count() > 1) {
            Locator tab = page.locator("[data-list='" + field.charAt(1) + "'][hidden] [data-field='" + field + "']");
            if (tab.count() > 0) {
                page.locator("[data-tab='" + field.charAt(1) + "']").click();
            }
        }
        return page.locator("[data-field='" + field + "'] label:has(input[value='" + value + "'])");
    }

    /** Each place has its own questions, behind a tab. */
    private void openTab(String field) {
        if (page.locator("[data-group][hidden] [data-field='" + field + "']").count() > 0
                && !"one".equals(page.locator("#desk").getAttribute("data-lead"))) {
            tap(page.locator("[data-step]:not([hidden]) [data-group-tab='" + field.charAt(1) + "']"));
        }
    }

    private void tap(Locator where) {
        taps++;
        BrowserTest.seen(page);
        where.click();
    }
}
