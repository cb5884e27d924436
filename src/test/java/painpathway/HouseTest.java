package painpathway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the rooms small: how long a class or a method may be, how many parameters it may have, and no null among them. */
class HouseTest {

    private static final int LONGEST_CLASS = 300;
    private static final int MEDIAN_CLASS = 70;
    private static final int LONGEST_METHOD = 60;
    private static final int MOST_PARAMETERS = 7;

    /** Records that are one to one with something else and nobody calls by hand: a row, a reply, an entry of the rules, or a page. */
    private static final Set<String> MIRRORS = Set.of(
            // rows of tables
            "ClosedRecord",
            "Draft",
            "Row",
            // what a reply is made of
            "Advice",
            "InterventionAdvice",
            "AuditReport",
            // entries of the rules folder
            "ClinicalRule",
            "Intervention",
            "Note",
            "PatientWording",
            "RedFlag",
            "Source",
            // what a page or a paper shows
            "AdviceView",
            "ConcurrentChangeView",
            "FirstPage",
            "HandoverDocument",
            "InterventionView",
            "PatientSheet",
            "QuestionField",
            "QuestionnairePage",
            "ShownSection",
            "SweepPage");

    private static final List<Integer> LENGTHS = new ArrayList<>();
    private static final List<String> LONG_CLASSES = new ArrayList<>();
    private static final List<String> LONG_METHODS = new ArrayList<>();
    private static final List<String> MANY_PARAMETERS = new ArrayList<>();
    private static final List<String> NULL_ARGUMENTS = new ArrayList<>();

    @BeforeAll
    static void readTheSource() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java"));
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> files = walk.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                String name =
                        Path.of(file.getSourceFile().getName()).getFileName().toString();
                int lines = (int) file.getSourceFile()
                        .getCharContent(true)
                        .toString()
                        .lines()
                        .count();
                LENGTHS.add(lines);
                if (lines > LONGEST_CLASS) {
                    LONG_CLASSES.add(name + " " + lines);
                }
                new Reader(file, name, positions).scan(file, null);
            }
        }
    }

    /** Whoever has the jar alone has the licence too. */
    @Test
    void theLicenceTravelsInTheJar() throws IOException {
        assertThat(Path.of("target/classes/META-INF/LICENSE")).hasSameTextualContentAs(Path.of(".github/LICENSE"));
    }

    @Test
    void noClassIsOver300LinesAndHalfOfThemAreShort() {
        assertThat(LONG_CLASSES).isEmpty();
        List<Integer> sorted = LENGTHS.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2))
                .as("median of %d classes", sorted.size())
                .isLessThanOrEqualTo(MEDIAN_CLASS);
    }

    @Test
    void noMethodIsOver60Lines() {
        assertThat(LONG_METHODS).isEmpty();
    }

    @Test
    void nothingTakesMoreThanSevenParameters() {
        assertThat(MANY_PARAMETERS).isEmpty();
    }

    /** Only a type's own file may leave out a part of it, in a factory that says so. */
    @Test
    void nobodyPassesNull() {
        assertThat(NULL_ARGUMENTS).isEmpty();
    }

    private static final class Reader extends TreeScanner<Void, Void> {

        private final CompilationUnitTree file;
        private final String name;
        private final SourcePositions positions;
        private final Set<String> own = new HashSet<>();

        Reader(CompilationUnitTree file, String name, SourcePositions positions) {
            this.file = file;
            this.name = name;
            this.positions = positions;
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void none) {
                    own.add(type.getSimpleName().toString());
                    return super.visitClass(type, none);
                }
            }.scan(file, null);
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            String called = type.getSimpleName().toString();
            if (type.getKind() == Tree.Kind.RECORD && !name.contains("Reply") && !MIRRORS.contains(called)) {
                long parts = type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(v -> !v.getModifiers().getFlags().contains(Modifier.STATIC))
                        .count();
                if (parts > MOST_PARAMETERS) {
                    MANY_PARAMETERS.add(at(type) + " record " + called + " " + parts);
                }
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            long lines =
                    line(positions.getEndPosition(file, method)) - line(positions.getStartPosition(file, method)) + 1;
            if (lines > LONGEST_METHOD) {
                LONG_METHODS.add(at(method) + " " + method.getName() + " " + lines);
            }
            if (method.getParameters().size() > MOST_PARAMETERS && !name.contains("Reply") && lines > 1) {
                MANY_PARAMETERS.add(at(method) + " " + method.getName() + " "
                        + method.getParameters().size());
            }
            return super.visitMethod(method, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (!call.getMethodSelect().toString().equals("this")) {
                noNull(call.getArguments(), call);
            }
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void none) {
            if (!(call.getIdentifier() instanceof IdentifierTree type
                    && own.contains(type.getName().toString()))) {
                noNull(call.getArguments(), call);
            }
            return super.visitNewClass(call, none);
        }

        private void noNull(List<? extends ExpressionTree> arguments, Tree call) {
            if (arguments.stream().anyMatch(a -> a.getKind() == Tree.Kind.NULL_LITERAL)) {
                NULL_ARGUMENTS.add(
                        at(call) + " " + call.toString().lines().findFirst().orElse(""));
            }
        }

        private String at(Tree tree) {
            return name + ":" + line(positions.getStartPosition(file, tree));
        }

        private long line(long position) {
            return file.getLineMap().getLineNumber(position);
        }
    }
}
