package fr.preau;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * The SQL in our sources, each statement as it reaches the database: with what is added to it and with the constants that it is put
 * together from, of other classes too. What is known only when it runs is a question mark. A constant is read where it is used.
 */
final class SqlTexts {

    private static final String UNKNOWN = " ? ";
    private static final Set<String> PUTS_TOGETHER = Set.of("formatted", "append", "concat");
    private static final Set<String> STAYS = Set.of("toString", "strip", "stripIndent");
    /** What names a table; the words of JPQL name classes, which begin with a capital. */
    static final Pattern TABLE = Pattern.compile("(?<![A-Za-z])(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z_]+)");

    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final List<SqlText> found = new ArrayList<>();

    /** @param type the class in whose file it stands */
    record SqlText(String type, String text) {
    }

    private SqlTexts() {
    }

    static List<SqlText> in(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            var texts = new SqlTexts();
            units.forEach(unit -> texts.new Constants(type(unit)).scan(unit, null));
            units.forEach(unit -> texts.new Statements(type(unit)).scan(unit, null));
            return texts.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().toUri()).getFileName().toString().replace(".java", "");
    }

    private static boolean isConstant(VariableTree variable) {
        return variable.getInitializer() != null && variable.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
    }

    private final class Constants extends TreeScanner<Void, Void> {

        private final String type;

        private Constants(String type) {
            this.type = type;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (isConstant(variable)) {
                constants.put(type + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, nothing);
        }
    }

    private final class Statements extends TreeScanner<Void, Void> {

        private final String type;

        private Statements(String type) {
            this.type = type;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            boolean isText = isConstant(variable) && !(variable.getInitializer() instanceof MethodInvocationTree call && !isPutTogether(call));
            return isText ? null : super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            return keep(literal);
        }

        @Override
        public Void visitIdentifier(IdentifierTree name, Void nothing) {
            return keep(name);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
            return constants.containsKey(select.toString()) ? keep(select) : super.visitMemberSelect(select, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            return sum.getKind() == Tree.Kind.PLUS ? keep(sum) : super.visitBinary(sum, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            return isPutTogether(call) ? keep(call) : super.visitMethodInvocation(call, nothing);
        }

        private Void keep(ExpressionTree expression) {
            String text = flat(expression);
            if (TABLE.matcher(text).find()) {
                found.add(new SqlText(type, text));
            }
            return null;
        }

        private String flat(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> literal.getValue() instanceof String text ? text : UNKNOWN;
                case ParenthesizedTree inner -> flat(inner.getExpression());
                case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> flat(sum.getLeftOperand()) + flat(sum.getRightOperand());
                case ConditionalExpressionTree either -> flat(either.getTrueExpression()) + UNKNOWN + flat(either.getFalseExpression());
                case IdentifierTree name -> constant(type + "." + name.getName());
                case MemberSelectTree select -> constant(select.toString());
                case NewClassTree made when made.getIdentifier().toString().equals("StringBuilder") && made.getArguments().size() == 1 ->
                        flat(made.getArguments().getFirst());
                case MethodInvocationTree call when isPutTogether(call) -> {
                    var whole = new StringBuilder(flat(((MemberSelectTree) call.getMethodSelect()).getExpression()));
                    call.getArguments().forEach(part -> whole.append(flat(part)));
                    yield whole.toString();
                }
                default -> {
                    scan(expression, null);
                    yield UNKNOWN;
                }
            };
        }

        private String constant(String name) {
            var value = constants.get(name);
            return value == null ? UNKNOWN : new Statements(name.substring(0, name.indexOf('.'))).flat(value);
        }
    }

    private static boolean isPutTogether(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && (PUTS_TOGETHER.contains(select.getIdentifier().toString()) || STAYS.contains(select.getIdentifier().toString()));
    }
}
