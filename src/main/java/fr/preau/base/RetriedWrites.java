package fr.preau.base;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins a writing method that is {@code @Transactional} anew when it meets another, as {@link RetriedTransaction} does for work that
 * asks for it: both are one rule. Such a method, too, does nothing that a rollback does not undo.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RetriedWrites {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor retriedWritesAdvisor() {
        var advisor = new DefaultPointcutAdvisor(new Writes(), new Anew());
        // after who may, and around the transaction, which is the innermost
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    /** Of ours, and not of Spring Data's repositories, which take part in what their callers began. */
    private static final class Writes extends StaticMethodMatcherPointcut {

        private final TransactionAttributeSource transactions = new AnnotationTransactionAttributeSource(false);

        Writes() {
            setClassFilter(type -> type.getName().startsWith("fr.preau.") && !Proxy.isProxyClass(type) && transactions.isCandidateClass(type));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            var transaction = transactions.getTransactionAttribute(method, type);
            return transaction != null && !transaction.isReadOnly()
                    && transaction.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRED;
        }
    }

    private static final class Anew implements MethodInterceptor {
        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                return call.proceed();
            }
            return Attempts.<@Nullable Object, Throwable>of(() -> ((ProxyMethodInvocation) call).invocableClone().proceed());
        }
    }
}
