package fr.preau.accounts.web;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fr.preau.base.PublicAddress;
import fr.preau.base.web.AskedPath;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The three parts of the house: public pages without session or cookie, the door, and the app behind it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    /** For pages without script. The app's one page has a policy of its own, which {@link AppPagePolicy} writes. */
    private static final String PAGES = "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The door has one script of ours, for passkeys; it asks the door and nobody else. */
    private static final String DOOR = PAGES + "; script-src 'self'; connect-src 'self'";

    /** What no page of ours needs, and nothing that is put into one may ask for. Passkeys are left to ourselves. */
    private static final String RIGHTS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
            + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=()";

    /** What the server gives to the app: by the same decoded path, so that no spelling leads round the guard. */
    @Bean
    @Order(1)
    SecurityFilterChain app(HttpSecurity http, Sessions sessions) throws Exception {
        return http
                .securityMatcher(request -> OneSpellingFilter.isApp(AskedPath.of(request)))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class)
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin
                        .enableNavigationAccessControl(false)
                        .enableRequestCacheConfiguration(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                        .loginView("/connexion"))
                .headers(headers -> headers
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(rights -> rights.policy(RIGHTS))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(PAGES)))
                .build();
    }

    /**
     * The door: it reads a session but makes none by itself; its forms are guarded by {@link SameOriginForms}. Its
     * addresses may be keys: they are kept by no cache and told to no site, not even in the next request to ourselves.
     */
    @Bean
    @Order(2)
    SecurityFilterChain door(HttpSecurity http, PublicAddress address) throws Exception {
        return http
                .securityMatcher("/connexion", "/connexion/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOriginForms(address), SecurityContextHolderFilter.class)
                .headers(headers -> headers
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(rights -> rights.policy(RIGHTS))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(DOOR)))
                .build();
    }

    /** Everything else: readable by everybody, nothing kept about anybody. */
    @Bean
    @Order(3)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(rights -> rights.policy(RIGHTS))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(PAGES)))
                .build();
    }

    /**
     * The session's cookie: gone with the browser, out of reach for scripts and for other sites; the container adds
     * {@code Secure} on secure connections. Lax, so that a link in a letter finds its reader signed in.
     */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
        };
    }
}
