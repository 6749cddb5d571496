package fr.preau.accounts;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The two doors: public pages without session or cookie, and the app behind the sign-in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    private static final String PUBLIC_CSP = "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Everything outside the app: readable by everybody, nothing kept about anybody. */
    @Bean
    @Order(1)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http
                .securityMatcher(request -> !isApp(request.getRequestURI().substring(request.getContextPath().length())))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(csp -> csp.policyDirectives(PUBLIC_CSP)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain app(HttpSecurity http) throws Exception {
        return http
                .requestCache(AbstractHttpConfigurer::disable)
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin
                        .enableNavigationAccessControl(false)
                        .loginView("/connexion"))
                .build();
    }

    private static boolean isApp(String path) {
        return path.equals("/app") || path.startsWith("/app/");
    }
}
