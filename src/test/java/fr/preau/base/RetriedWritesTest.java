package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testing.PreauTest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Pointcut;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Which beans begin anew what they write; how is for {@link RetriedTransactionTest}. */
@PreauTest
class RetriedWritesTest {

    private static final Pointcut WRITES = RetriedWrites.retriedWritesAdvisor().getPointcut();

    @Autowired
    private ApplicationContext application;

    @Test
    void eachBeanThatWritesInATransactionOfItsOwnIsAskedAnewOutsideOfIt() {
        var writers = Stream.of(application.getBeanDefinitionNames()).filter(application::isSingleton)
                .filter(name -> AopUtils.canApply(WRITES, ClassUtils.getUserClass(Objects.requireNonNull(application.getType(name)))))
                .map(application::getBean).toList();

        assertThat(writers).hasSizeGreaterThan(8).allSatisfy(bean -> assertThat(bean).isInstanceOfSatisfying(Advised.class, advised ->
                assertThat(Arrays.stream(advised.getAdvisors()).map(advisor -> advisor.getAdvice().getClass().getSimpleName()))
                        .containsSubsequence("Guard", "Anew", "TransactionInterceptor")));
    }
}
