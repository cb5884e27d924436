package painpathway.web.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import painpathway.ShippedRules;
import painpathway.SmallFolder;
import painpathway.folder.RulesFolder;

/** Sandboxes keep to themselves, and their trials keep to their time. */
class TrialsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Sandboxes sandboxes = new Sandboxes(Clock.systemUTC());

    private Sandbox small() {
        // Sums of so many numbers cannot be proved.
        RulesFolder folder =
                SmallFolder.with("criteria/pain.drl", "number( \"pain.mean\" ) >= 7", "number( \"pain.weeks\" ) >= 70");
        return sandboxes.open(Sandbox.files(SmallFolder.change(
                folder, "criteria/pain.drl", "number( \"pain.gap\" ) < 0", "number( \"pain.weeks\" ) < 3")));
    }

    @Test
    void aDifferenceSaysWhoGetsAnotherVerdict() throws InterruptedException {
        Sandbox sandbox = small();
        RulesFolder inUse = sandbox.folder();
        String file = "criteria/pain.drl";
        String text = inUse.text(file);
        sandbox.put(file, text.replaceFirst(">= (\\d+)", ">= 50"));
        assertThat(sandbox.changed()).containsExactly(file);
        assertThat(new Trials().begin(sandbox, TrialProcess.DIFFERENCE, inUse)).isTrue();
        Trial trial = ended(sandbox);
        assertThat(trial.state()).as("%s", trial.lines()).isEqualTo(Trial.State.DONE);
        assertThat(trial.lines()).contains("> Cases that change", "> Difference", "Rules that differ: 1");
        assertThat(inUse.text(file)).as("the rules in use").isEqualTo(text);
    }

    @Test
    void aCheckSaysWhatIsWrongByFileAndLine() throws InterruptedException {
        Sandbox sandbox = small();
        sandbox.put("advice/broken.drl", "package rules;\nrule \"Broken\"\nwhen\nthen\n    System.exit( 0 );\nend\n");
        new Trials().begin(sandbox, TrialProcess.CHECK, sandbox.folder());
        Trial trial = ended(sandbox);
        assertThat(trial.state()).as("%s", trial.lines()).isEqualTo(Trial.State.DONE);
        assertThat(trial.lines()).anyMatch(line -> line.startsWith("advice/broken.drl:"));
        assertThat(new SandboxViews(sandbox).ran().lines())
                .anyMatch(said -> said.file().equals("advice/broken.drl") && said.line() > 0);
    }

    @Test
    void twoRunAtATimeAndACancelledOneMakesRoom() throws InterruptedException {
        Trials trials = new Trials();
        RulesFolder shipped = ShippedRules.BOOK.folder();
        Sandbox one = sandboxes.open(Sandbox.files(shipped));
        Sandbox two = sandboxes.open(Sandbox.files(shipped));
        Sandbox three = small();
        assertThat(trials.begin(one, TrialProcess.CHECK, shipped)).isTrue();
        assertThat(trials.begin(one, TrialProcess.CHECK, shipped))
                .as("one at a time for each")
                .isFalse();
        assertThat(trials.begin(two, TrialProcess.CHECK, shipped)).isTrue();
        assertThat(trials.begin(three, TrialProcess.CHECK, shipped))
                .as("two at a time for all")
                .isFalse();
        one.trial().cancel();
        sandboxes.close(two.id());
        assertThat(ended(one).state()).isEqualTo(Trial.State.CANCELLED);
        assertThat(ended(two).state()).isEqualTo(Trial.State.CANCELLED);
        Instant until = Instant.now().plus(PATIENCE);
        while (!trials.begin(three, TrialProcess.CHECK, three.folder())
                && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
        assertThat(ended(three).state()).as("%s", three.trial().lines()).isEqualTo(Trial.State.DONE);
    }

    @Test
    void afterItsTimeATrialIsEnded() throws InterruptedException {
        Sandbox sandbox = small();
        new Trials(Duration.ofMillis(1)).begin(sandbox, TrialProcess.CHECK, sandbox.folder());
        assertThat(ended(sandbox).state()).isEqualTo(Trial.State.OUT_OF_TIME);
    }

    @Test
    void aSandboxIsGoneAfterADayAndOneThatNobodyUsesMakesRoom() {
        Instant[] now = {Instant.parse("2026-11-28T08:00:00Z")};
        Sandboxes all = new Sandboxes(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        SortedMap<String, String> files = new TreeMap<>(Map.of("questionnaire.yaml", "a: b\n"));
        Sandbox first = all.open(files);
        now[0] = now[0].plus(Sandboxes.LIVES).minusSeconds(1);
        assertThat(all.find(first.id())).containsSame(first);
        now[0] = now[0].plusSeconds(1);
        assertThat(all.find(first.id())).isEmpty();
        Sandbox oldest = all.open(files);
        for (int i = 1; i < Sandboxes.MOST; i++) {
            all.open(files);
        }
        assertThatThrownBy(() -> all.open(files)).as("all are in use").isInstanceOf(Refused.class);
        now[0] = now[0].plus(Sandboxes.IDLE).plusSeconds(1);
        assertThat(all.find(oldest.id())).as("used again just now").isPresent();
        assertThat(all.open(files)).isNotNull();
        assertThat(all.find(oldest.id())).isPresent();
    }

    private static Trial ended(Sandbox sandbox) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (sandbox.trial().running() && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        return sandbox.trial();
    }
}
