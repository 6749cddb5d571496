package fr.preau.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points the data source of every test context at the {@link TestDatabase}; named in {@code spring.factories}. */
public class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Customizer();
    }

    /** A record, so that equal contexts stay equal and the cache of contexts works. */
    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getEnvironment().getPropertySources().addFirst(new TestDatabaseProperties());
            context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof HikariDataSource pool) {
                        TestDatabase.register(pool);
                        return SqlCount.listeningTo(pool);
                    }
                    return bean;
                }
            });
        }
    }

    /** Read lazily: a test that has no data source starts no server. */
    private static final class TestDatabaseProperties extends EnumerablePropertySource<String> {

        private static final Map<String, Supplier<String>> VALUES = Map.of(
                "spring.datasource.url", TestDatabase::jdbcUrl,
                "spring.datasource.username", TestDatabase::user,
                "spring.datasource.password", TestDatabase::password,
                // nothing of one context, or of one run, in the next
                "server.servlet.session.persistent", () -> "false",
                // many cached contexts share one server
                "spring.datasource.hikari.minimum-idle", () -> "1");

        TestDatabaseProperties() {
            super("test database", "test database");
        }

        @Override
        public String[] getPropertyNames() {
            return VALUES.keySet().toArray(String[]::new);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            Supplier<String> value = VALUES.get(name);
            return value == null ? null : value.get();
        }
    }
}
