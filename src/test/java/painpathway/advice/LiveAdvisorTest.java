package painpathway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import painpathway.SmallFolder;
import painpathway.audit.Acceptance;
import painpathway.folder.Fault;
import painpathway.folder.FaultyKnowledge;
import painpathway.vignette.SamplePatients;

/** A running advisor takes changed rules in whole, or not at all. */
class LiveAdvisorTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheSmallFolder() throws IOException {
        SmallFolder.copyTo(folder);
    }

    @Test
    void takesChangedRulesInAndKeepsTheOldOnesWhereTheNewAreFaulty() throws IOException {
        LiveAdvisor live = started();
        Advisor before = live.now();
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(before);
        assertThat(live.lastReload()).isNull();

        change("criteria/pain.drl", ">= 12", ">= 13");
        live.reloadIfChanged();
        Advisor after = live.now();
        assertThat(after.book().version()).isNotEqualTo(before.book().version());
        assertThat(live.lastReload().refused()).isFalse();

        change("criteria/pain.drl", ">= 13", ">= 13 ||");
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(after);
        assertThat(live.book()).isSameAs(after.book());
    }

    @Test
    void saysSinceWhenWhatLiesInTheFolderIsRefusedAndWhy() throws IOException {
        LiveAdvisor live = started();
        Instant before = Instant.now();
        change("criteria/pain.drl", ">= 12", ">= 12 ||");
        live.reloadIfChanged();
        Reload first = live.lastReload();
        assertThat(first.refused()).isTrue();
        assertThat(first.at()).isBetween(before, Instant.now());
        assertThat(first.faults()).extracting(Fault::file).containsOnly("criteria/pain.drl");

        change("knowledge/checks.yaml", "who:", "whom:");
        live.reloadIfChanged();
        assertThat(live.lastReload().faults())
                .extracting(Fault::file)
                .contains("criteria/pain.drl", "knowledge/checks.yaml");
        assertThat(live.lastReload().at()).isEqualTo(first.at());

        change("criteria/pain.drl", ">= 12 ||", ">= 12");
        change("knowledge/checks.yaml", "whom:", "who:");
        live.reloadIfChanged();
        assertThat(live.lastReload().refused()).isFalse();
        assertThat(live.lastReload().at()).isAfter(first.at());
    }

    @Test
    void aChangeThatBreaksAVignetteIsRefused() throws IOException {
        LiveAdvisor live = started();
        Advisor before = live.now();
        change("criteria/pain.drl", ">= 12", ">= 40");
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(before);
        assertThat(live.lastReload().faults())
                .singleElement()
                .asString()
                .startsWith("vignettes/all.yaml:2: the vignette \"Numb for 30 weeks");
    }

    @Test
    void aChangeThatBreaksALawIsRefused() throws IOException {
        LiveAdvisor live = started();
        Advisor before = live.now();
        change("advice/all.drl", "contraindicate( kcontext, \"procedure\" )", "contraindicate( kcontext, \"care\" )");
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(before);
        assertThat(live.lastReload().faults())
                .singleElement()
                .asString()
                .startsWith("laws.yaml:2: the law 'no-needle-for-those-who-faint' fails");
    }

    /** They change no advice, but the pages show samples, and the next change is tried on the rest. */
    @Test
    void aChangeOfVignettesLawsOrSamplesIsTakenInToo() throws IOException {
        LiveAdvisor live = started();
        String version = live.book().version();
        Files.writeString(
                folder.resolve("samples.yaml"),
                "samples: [{title: T, text: T, vignette: \"Numb for 30 weeks: an injection is a candidate\"}]\n");
        live.reloadIfChanged();
        assertThat(SamplePatients.load(live.book())).hasSize(1);
        assertThat(live.book().version()).isEqualTo(version);

        Files.writeString(folder.resolve("samples.yaml"), "samples: [{titel: T, text: T, vignette: \"Numb\"}]\n");
        live.reloadIfChanged();
        assertThat(live.lastReload().faults()).extracting(Fault::file).containsOnly("samples.yaml");
        assertThat(SamplePatients.load(live.book())).hasSize(1);
    }

    /** As a folder was seen to be in use for seconds while it was copied: without red flags, for their file was not there yet. */
    @Test
    void aFolderThatIsBeingCopiedIsNotReadUntilItLiesStill() throws Exception {
        LiveAdvisor live = started();
        Advisor before = live.now();
        Path store = Files.createTempDirectory(folder.getParent(), "copy");
        SmallFolder.copyTo(store);
        SmallFolder.change(store, "criteria/pain.drl", ">= 12", ">= 13");
        List<Path> files;
        try (var walk = Files.walk(store)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Files.delete(folder.resolve(store.relativize(file)));
        }
        CompletableFuture<Void> copied = CompletableFuture.runAsync(() -> files.forEach(file -> {
            try {
                TimeUnit.MILLISECONDS.sleep(150);
                Files.copy(file, folder.resolve(store.relativize(file)));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        live.reloadIfChanged();
        assertThat(copied).isDone();
        assertThat(live.lastReload().refused()).isFalse();
        assertThat(live.now()).isNotSameAs(before);
    }

    @Test
    void everyStepOfASlowCopyIsRefusedAndTheOldRulesAdvise() throws IOException {
        LiveAdvisor live = started();
        Advisor before = live.now();
        Path advice = folder.resolve("advice/all.drl");
        String text = Files.readString(advice);
        Files.delete(advice);
        live.reloadIfChanged();
        assertThat(live.lastReload().faults())
                .extracting(Fault::toString)
                .containsExactly("advice/: this folder is missing, or nothing in it can be read");
        Files.writeString(advice, text.substring(0, text.indexOf("rule \"Signs that change fast")));
        live.reloadIfChanged();
        assertThat(live.lastReload().faults())
                .extracting(Fault::problem)
                .contains("no rule raises the red flag 'nerve-loss'");
        assertThat(live.now()).isSameAs(before);
        Files.writeString(advice, text);
        live.reloadIfChanged();
        assertThat(live.lastReload().refused()).isFalse();
    }

    @Test
    void aFolderThatIsGoneLeavesTheOldRulesInUse() throws IOException {
        Path rules = folder.resolve("rules");
        SmallFolder.copyTo(folder.resolve("real"));
        Files.createSymbolicLink(rules, Path.of("real"));
        LiveAdvisor live = new LiveAdvisor(rules, "test", Acceptance::check);
        Advisor before = live.now();
        Files.delete(rules);
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(before);
        assertThat(live.lastReload().faults()).singleElement().asString().contains("is not a folder that can be read");
    }

    @Test
    void theOldRulesAdviseWhileNewOnesAreTried() throws IOException {
        List<Advisor> inUse = new ArrayList<>();
        AtomicReference<LiveAdvisor> running = new AtomicReference<>();
        LiveAdvisor live = new LiveAdvisor(folder, "test", advisor -> {
            if (running.get() != null) {
                inUse.add(running.get().now());
                assertThat(advisor).isNotSameAs(running.get().now());
            }
        });
        Advisor before = live.now();
        running.set(live);
        change("criteria/pain.drl", ">= 12", ">= 13");
        live.reloadIfChanged();
        assertThat(inUse).containsExactly(before);
        assertThat(live.now()).isNotSameAs(before);
    }

    @Test
    void whateverElseGoesWrongIsARefusalToo() throws IOException {
        AtomicInteger checks = new AtomicInteger();
        LiveAdvisor live = new LiveAdvisor(folder, "test", advisor -> {
            if (checks.incrementAndGet() > 1) {
                throw new IllegalStateException("out of order");
            }
        });
        Advisor before = live.now();
        change("criteria/pain.drl", ">= 12", ">= 13");
        live.reloadIfChanged();
        assertThat(live.now()).isSameAs(before);
        assertThat(live.lastReload().faults())
                .singleElement()
                .asString()
                .contains("cannot be used: ")
                .contains("out of order");
    }

    // ------------------------------------------------------------------ the start

    @Test
    void refusesAFaultyFolder() throws IOException {
        change("criteria/pain.drl", ">= 12", ">= 12 ||");
        assertThatThrownBy(() -> started())
                .isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("criteria/pain.drl:");
    }

    @Test
    void refusesAFolderThatBreaksItsVignettesOrItsLaws() throws IOException {
        change("criteria/pain.drl", ">= 12", ">= 40");
        assertThatThrownBy(() -> started())
                .isInstanceOf(FaultyKnowledge.class)
                .hasMessageContaining("vignettes/all.yaml:2:");
        change("criteria/pain.drl", ">= 40", ">= 12");
        change("advice/all.drl", "contraindicate( kcontext, \"procedure\" )", "contraindicate( kcontext, \"care\" )");
        assertThatThrownBy(() -> started()).isInstanceOf(FaultyKnowledge.class).hasMessageContaining("laws.yaml:2:");
    }

    @Test
    void theShippedRulesWereCheckedByTheBuild() {
        LiveAdvisor live = new LiveAdvisor(null, "test", advisor -> {
            throw new AssertionError("checked again");
        });
        assertThat(live.now().book()).isSameAs(live.book());
        assertThat(live.lastReload()).isNull();
    }

    private LiveAdvisor started() {
        LiveAdvisor live = new LiveAdvisor(folder, "test", Acceptance::check);
        live.book();
        return live;
    }

    private void change(String file, String from, String to) throws IOException {
        SmallFolder.change(folder, file, from, to);
    }
}
