package fr.preau;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * Words that a source file would show to people without a bundle. Two nets: any word that is handed to a piece of the screen as its
 * text, and anywhere else what looks like a word or a sentence. What goes to the journal, to a programmer or to a browser's script
 * is no word for people.
 */
final class ShownWords {

    /** Pieces of Vaadin's and of the kit's whose constructors and factories take texts that are shown. */
    private static final Set<String> PIECES = Set.of("Text", "Span", "Paragraph", "H1", "H2", "H3", "H4", "Anchor", "NativeLabel", "NativeButton", "Button",
            "ListItem", "Pre", "TextField", "TextArea", "EmailField", "IntegerField", "PasswordField", "Checkbox", "Notification", "NativeDetails",
            "Act", "Choice", "EmptyState", "FormSection", "Label", "Link", "BackLink", "ManyCards", "OneCard", "Notice", "PlacesLabel", "PlainDate", "PlainField",
            "SecretField", "Section", "Tick", "Toast", "TwoLines", "DateField", "TimeField", "Confirm", "LineField");
    /** Made by their factories only; what their own constructors take is a class of the stylesheet. */
    private static final Set<String> MADE_BY_FACTORIES = Set.of("Act", "Notice");
    /** Methods that show a text, whatever piece has them. */
    private static final Set<String> SHOWING = Set.of("setText", "setLabel", "setTitle", "setHelperText", "setPlaceholder", "setErrorMessage", "setAriaLabel",
            "setHeader", "setConfirmText", "setCancelText", "setSummaryText", "setAlt", "title", "lead", "over", "hint", "titled", "refuse");
    /** What goes to the journal or to a script of ours. */
    private static final Set<String> UNSEEN = Set.of("executeJs", "trace", "debug", "info", "warn", "error");

    private static final Pattern LOG = Pattern.compile("(?i)log$|LoggerFactory\\b");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** Begins like a sentence or a name, or has two words. */
    private static final Pattern WORD = Pattern.compile("^\\P{L}*\\p{Lu}\\p{Ll}|\\p{L}[,.;:!?…’]?\\s+\\p{L}");
    private static final Pattern ACCENT = Pattern.compile("[\\p{L}&&\\P{ASCII}]");

    private ShownWords() {
    }

    /** By file, in the order of the files. */
    static Map<Path, List<String>> in(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var found = new LinkedHashMap<Path, List<String>>();
            for (var unit : task.parse()) {
                new Scan(found.computeIfAbsent(Path.of(unit.getSourceFile().toUri()), file -> new ArrayList<>())).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scan extends TreePathScanner<Void, Void> {

        private final List<String> found;

        private Scan(List<String> found) {
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text && LETTER.matcher(text).find() && (isShown(literal) || looksLikeWords(text)) && !isUnseen()) {
                found.add(text);
            }
            return null;
        }

        /** Handed as it is to a piece of the screen; not a key that is handed to what finds the words. */
        private boolean isShown(LiteralTree literal) {
            var around = getCurrentPath().getParentPath().getLeaf();
            if (around instanceof NewClassTree made) {
                return made.getArguments().contains(literal) && isPiece(simple(made.getIdentifier().toString()));
            }
            if (!(around instanceof MethodInvocationTree call) || !call.getArguments().contains(literal)) {
                return false;
            }
            if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
                return call.getArguments().getFirst() == literal && (SHOWING.contains(call.getMethodSelect().toString()) || "super".equals(call.getMethodSelect().toString()));
            }
            return PIECES.contains(select.getExpression().toString()) || call.getArguments().getFirst() == literal && SHOWING.contains(select.getIdentifier().toString());
        }

        private static boolean isPiece(String made) {
            return PIECES.contains(made) && !MADE_BY_FACTORIES.contains(made);
        }

        private static boolean looksLikeWords(String text) {
            return WORD.matcher(text).find() || ACCENT.matcher(text).find();
        }

        /** Somewhere inside of what no person reads. */
        private boolean isUnseen() {
            for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
                switch (path.getLeaf()) {
                    case ThrowTree thrown -> {
                        return true;
                    }
                    case AnnotationTree note -> {
                        return true;
                    }
                    case ClassTree failure when failure.getSimpleName().toString().endsWith("Exception") -> {
                        return true;
                    }
                    case MethodTree method when method.getName().contentEquals("toString") -> {
                        return true;
                    }
                    case NewClassTree made when made.getIdentifier().toString().endsWith("Exception") -> {
                        return true;
                    }
                    case MethodInvocationTree call when isUnseen(call.getMethodSelect()) -> {
                        return true;
                    }
                    default -> { }
                }
            }
            return false;
        }

        private static boolean isUnseen(ExpressionTree called) {
            return called instanceof MemberSelectTree select && UNSEEN.contains(select.getIdentifier().toString())
                    && (select.getIdentifier().contentEquals("executeJs") || LOG.matcher(select.getExpression().toString()).lookingAt());
        }

        private static String simple(String type) {
            return type.replaceFirst("<.*", "").replaceFirst(".*\\.", "");
        }
    }
}
