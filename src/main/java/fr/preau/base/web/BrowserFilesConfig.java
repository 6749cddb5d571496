package fr.preau.base.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves what we write for the browser: {@code /styles.css} and {@code /assets/**}, and nothing else of the class path.
 * Pages name them with a hash of their content ({@code /styles-4f2a….css}), so that a phone fetches them once and keeps
 * them for a year; by their plain names, as the app's shell says them, they are asked for again after an hour.
 */
@Configuration(proxyBeanMethods = false)
class BrowserFilesConfig implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/";
    private static final String HASH = "-{hash:[0-9a-f]{32}}.";

    private static final CacheControl FOR_A_YEAR = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        versioned(files.addResourceHandler("/styles" + HASH + "css").addResourceLocations(FILES).setCacheControl(FOR_A_YEAR));
        versioned(files.addResourceHandler("/assets/{name}" + HASH + "{kind}").addResourceLocations(FILES + "assets/").setCacheControl(FOR_A_YEAR));
        versioned(files.addResourceHandler("/assets/fonts/{name}" + HASH + "{kind}").addResourceLocations(FILES + "assets/fonts/")
                .setCacheControl(FOR_A_YEAR));
        // A star, because only a pattern can be turned into a name with a hash.
        versioned(files.addResourceHandler("/styles*.css", "/favicon.ico").addResourceLocations(FILES).setCacheControl(FOR_AN_HOUR));
        versioned(files.addResourceHandler("/assets/**").addResourceLocations(FILES + "assets/").setCacheControl(FOR_AN_HOUR));
    }

    private static void versioned(ResourceHandlerRegistration files) {
        files.resourceChain(true).addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Lets {@code @{/styles.css}} in a page become the name with the hash. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }
}
