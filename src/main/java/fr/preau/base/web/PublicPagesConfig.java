package fr.preau.base.web;

import fr.preau.base.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** How long public pages may be kept, and in which language they answer. */
@Configuration(proxyBeanMethods = false)
class PublicPagesConfig implements WebMvcConfigurer {

    private static final String[] SELDOM_CHANGED = {"/", "/accessibilite", "/confidentialite", "/sitemap.xml", "/robots.txt"};
    private static final String[] OF_CENTRES = {"/centres/**"};
    private static final String[] FILTERED = {"/", "/accessibilite", "/confidentialite", "/sitemap.xml", "/centres/*"};

    /** After the filters of Spring Security, which stand at -100. */
    private static final int AFTER_SECURITY = -90;

    /** A copy has its tag already. */
    private static final int BEFORE_TAGS = AFTER_SECURITY - 5;

    /** Free places change with every click: a browser keeps such a page, and asks each time whether it still holds. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var kept = new WebContentInterceptor();
        kept.addCacheMapping(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic(), SELDOM_CHANGED);
        kept.addCacheMapping(CacheControl.noCache(), OF_CENTRES);
        interceptors.addInterceptor(kept).addPathPatterns(SELDOM_CHANGED).addPathPatterns(OF_CENTRES);
    }

    /** A page that has not changed is not sent again. The tag is a weak one: Tomcat does not compress a page with a strong one. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> pageTags() {
        var tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(tags);
        registration.addUrlPatterns(FILTERED);
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    PageCopies pageCopies(LocaleResolver languages, Clock clock, @Value("${preau.page-copies}") Duration moment) {
        return new PageCopies(languages, clock, moment);
    }

    @Bean
    FilterRegistrationBean<PageCopies> copiesOfPages(PageCopies copies) {
        var registration = new FilterRegistrationBean<>(copies);
        registration.addUrlPatterns("/centres/*");
        registration.setOrder(BEFORE_TAGS);
        return registration;
    }

    /** What the reader's browser asks for when we speak it, else French; a page never says another language than it has. */
    @Bean
    LocaleResolver localeResolver() {
        var languages = new AcceptHeaderLocaleResolver();
        languages.setSupportedLocales(Texts.LANGUAGES);
        languages.setDefaultLocale(Locale.FRENCH);
        return languages;
    }
}
