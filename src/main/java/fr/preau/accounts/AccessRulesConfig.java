package fr.preau.accounts;

import fr.preau.base.AllowedTo;
import java.lang.reflect.Modifier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Holds every service method to its {@link AllowedTo}: a call without the right ends before any transaction begins. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class AccessRulesConfig {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor accessRulesAdvisor() {
        var advisor = new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(Service.class, true), new Guard());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return advisor;
    }

    private static final class Guard implements MethodInterceptor {
        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            var target = call.getThis() == null ? call.getMethod().getDeclaringClass() : AopUtils.getTargetClass(call.getThis());
            var method = AopUtils.getMostSpecificMethod(call.getMethod(), target);
            if (Modifier.isPublic(method.getModifiers()) && method.getDeclaringClass() != Object.class
                    && !AccessRules.allows(method, target)) {
                throw new AccessDeniedException(target.getSimpleName() + "." + method.getName());
            }
            return call.proceed();
        }
    }
}
