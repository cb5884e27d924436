package painpathway.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import painpathway.folder.Faults;

/** Reads one lesson and reports what is wrong with it. */
final class LessonReader {

    private static final int MOST_CHARACTERS = 100_000;
    private static final Pattern ELSEWHERE = Pattern.compile("https?://[^\\s/]+\\.[^\\s]+");
    private static final Pattern OWN = Pattern.compile("/(?!/)\\S*");
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(20)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> LessonReader::attributes)
            .build();

    private final String file;
    private final OwnPages pages;
    private final Faults faults;
    private final Set<String> links = new LinkedHashSet<>();

    LessonReader(String file, OwnPages pages, Faults faults) {
        this.file = file;
        this.pages = pages;
        this.faults = faults;
    }

    /** What is returned is good only if nothing is reported. */
    Lesson read(String id, String text) {
        if (text.length() > MOST_CHARACTERS) {
            faults.broken(file, 0, "is longer than " + MOST_CHARACTERS + " characters");
            return new Lesson(id, "", "", List.of(), List.of());
        }
        try {
            return lesson(id, PARSER.parse(text));
        } catch (StackOverflowError e) {
            faults.broken(file, 0, "is nested too deeply");
            return new Lesson(id, "", "", List.of(), List.of());
        }
    }

    private Lesson lesson(String id, Node document) {
        document.accept(new LinkCheck());
        List<Node> nodes = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            nodes.add(node);
        }
        String title = "";
        if (!nodes.isEmpty() && nodes.get(0) instanceof Heading first && first.getLevel() == 1) {
            title = plain(nodes.remove(0));
        } else {
            faults.add(file, 1, "a lesson begins with its title: # Title");
        }
        List<Node> lead = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        List<List<Node>> bodies = new ArrayList<>(List.of(lead));
        for (Node node : nodes) {
            if (node instanceof Heading heading && heading.getLevel() <= 2) {
                if (heading.getLevel() == 1) {
                    faults.add(file, line(heading), "a lesson has one title; its parts begin with ## Part");
                }
                headings.add(heading);
                bodies.add(new ArrayList<>());
            } else {
                bodies.get(bodies.size() - 1).add(node);
            }
        }
        if (headings.isEmpty()) {
            faults.add(file, 1, "a lesson has parts, which begin with ## Part");
        }
        List<Lesson.Part> parts = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            parts.add(new Lesson.Part(plain(headings.get(i)), html(bodies.get(i + 1))));
        }
        return new Lesson(id, title, html(lead), List.copyOf(parts), List.copyOf(links));
    }

    private static String html(List<Node> nodes) {
        Document part = new Document();
        nodes.forEach(part::appendChild);
        return HTML.render(part);
    }

    /** The words of a heading without links and emphasis. */
    private static String plain(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        // The library marks every link that it has looked at as one not to be followed.
        attributes.remove("rel");
        if (node instanceof Link link
                && ELSEWHERE.matcher(link.getDestination()).matches()) {
            attributes.put("rel", "noopener noreferrer");
            attributes.put("target", "_blank");
        }
    }

    /** The line on which something begins. What stands in a paragraph knows its own; a broken one has that of what is around it. */
    private static int line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 0;
    }

    private final class LinkCheck extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (OWN.matcher(to).matches()) {
                String problem = pages.problem(to);
                if (problem != null) {
                    faults.add(file, line(link), "the link to '" + to + "': " + problem);
                }
                links.add(to);
            } else if (ELSEWHERE.matcher(to).matches()) {
                links.add(to);
            } else {
                faults.add(
                        file,
                        line(link),
                        "the link to '" + to
                                + "': links lead to http, https or to one of our pages, such as /rules/some-01");
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            faults.add(file, line(image), "a lesson has no pictures");
        }
    }
}
