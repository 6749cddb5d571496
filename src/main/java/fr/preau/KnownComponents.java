package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.util.ClassUtils;

/**
 * The components, entities and repositories that the compiler has listed, so that a start need not read all our classes four times in
 * search of them. Only from a jar, which is compiled as a whole: beside classes that are compiled one by one the list may be old.
 */
final class KnownComponents {

    private static final String LIST = "/META-INF/spring.components";

    private KnownComponents() {
    }

    /** Tells Spring, once per process; what this jar does without, as production does without the demonstration, is left out. */
    static void tell() {
        var application = PreauApplication.class;
        if ("jar".equals(application.getResource(application.getSimpleName() + ".class").getProtocol())) {
            CandidateComponentsIndexLoader.addIndex(application.getClassLoader(), index());
        }
    }

    /** What the list says of the classes that are there. */
    static CandidateComponentsIndex index() {
        var index = new CandidateComponentsIndex();
        index.registerScan(PreauApplication.class.getPackageName());
        list().forEach((type, kinds) -> {
            if (PreauApplication.class.getResource("/" + ClassUtils.convertClassNameToResourcePath(type.toString()) + ".class") != null) {
                for (String kind : kinds.toString().split(",")) {
                    index.registerCandidateType(type.toString(), kind);
                }
            }
        });
        return index;
    }

    private static Properties list() {
        try (var file = Objects.requireNonNull(PreauApplication.class.getResourceAsStream(LIST), LIST)) {
            var list = new Properties();
            list.load(file);
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
