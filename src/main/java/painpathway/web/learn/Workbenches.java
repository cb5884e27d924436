package painpathway.web.learn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import painpathway.advice.LiveAdvisor;
import painpathway.audit.StatedLaw;
import painpathway.folder.Faults;
import painpathway.lesson.Lesson;
import painpathway.lesson.Lessons;
import painpathway.questionnaire.Assessment;
import painpathway.rules.PerRuleBook;
import painpathway.web.Messages;

/** The workbench of the rules in use. It is made in the background, so that the way in is there at once. */
@Component
public class Workbenches {

    private final LiveAdvisor live;
    private final PerRuleBook<CompletableFuture<Workbench>> made =
            new PerRuleBook<>(book -> CompletableFuture.supplyAsync(() -> Workbench.of(book)));

    private final PerRuleBook<List<Lesson>> lessons = new PerRuleBook<>(book -> {
        Faults faults = new Faults();
        List<String> laws = now().laws().stream().map(StatedLaw::id).toList();
        List<Lesson> read = Lessons.load(book, now().cases(), laws, faults);
        faults.throwIfAny();
        return read;
    });

    private final PerRuleBook<Search> searches =
            new PerRuleBook<>(book -> new Search(now().subjects(), now().reasons()));

    private final MessageSource messages;
    private final Function<String, Optional<Assessment>> own;

    /** The rules in use, and the words of the interface. */
    @Autowired
    public Workbenches(LiveAdvisor live, MessageSource messages, OwnCases own) {
        this.live = live;
        this.messages = messages;
        this.own = own::find;
    }

    /** The same without cases from intakes. */
    public Workbenches(LiveAdvisor live, MessageSource messages) {
        this.live = live;
        this.messages = messages;
        this.own = id -> Optional.empty();
    }

    /** Made as soon as the rules are compiled, where there is a server: who comes first need not wait for it, and no start does. */
    @EventListener(WebServerInitializedEvent.class)
    void prepare() {
        Thread thread = new Thread(() -> {
            live.now();
            now();
        });
        thread.setName("workbench");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it is made. */
    public Workbench now() {
        try {
            return made.of(live.book()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The lessons, checked against the rules in use. */
    public List<Lesson> lessons() {
        return lessons.of(live.book());
    }

    /** What its pages are put together from, in a language. */
    public PageParts parts(Locale locale) {
        return new PageParts(now(), new Messages(messages, locale));
    }

    /** The case with this id; answers 404 where there is none. */
    public Case find(String id) {
        return seek(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The case with this id, also one that this browser made from an intake, if there is one. */
    public Optional<Case> seek(String id) {
        Workbench bench = now();
        return bench.cases().stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .map(v -> new Case(bench.subject(v), v.assessment()))
                .or(() -> own.apply(id).map(answers -> new Case(ownSubject(id), answers)));
    }

    private Subject ownSubject(String id) {
        String title = messages.getMessage("learn.own.title", new Object[0], LocaleContextHolder.getLocale());
        return new Subject(Kind.CASES, id, title, "");
    }

    /** The search over all its pages. */
    Search search() {
        return searches.of(live.book());
    }
}
