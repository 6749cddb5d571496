package fr.preau.base.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.base.PublicPagesChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * When a whole neighbourhood opens the same page it is made once, not a thousand times: a copy of a public page answers everybody
 * for a moment. What the staff changes is seen at once; a number of free places may be that much older.
 *
 * <p>Only pages that say that they are the {@link SameForAll} and that were found are kept, and never more than {@link #MOST_BYTES}.
 */
class PageCopies extends OncePerRequestFilter {

    private static final long MOST_BYTES = 16 << 20;

    private final LocaleResolver languages;
    private final Cache<Key, Copy> copies;
    /** How many changes there have been: a page that was begun before the last one is not kept. */
    private final AtomicLong changes = new AtomicLong();

    /** @param moment how long a copy is good; none is kept for nothing */
    PageCopies(LocaleResolver languages, Duration moment) {
        this.languages = languages;
        copies = Caffeine.newBuilder().expireAfterWrite(moment).maximumWeight(MOST_BYTES)
                .weigher((Key key, Copy copy) -> key.weight() + copy.body.length).build();
    }

    private record Key(String path, @Nullable String query, Locale language) {

        int weight() {
            return 2 * (path.length() + (query == null ? 0 : query.length()));
        }
    }

    /** What a page says of itself; the rest is written for each answer. */
    private record Copy(String type, @Nullable String tag, @Nullable String cacheControl, byte[] body) {
    }

    /** Once the change is committed, so that who asks next reads it. */
    @TransactionalEventListener(fallbackExecution = true)
    void forget(PublicPagesChanged changed) {
        changes.incrementAndGet();
        copies.invalidateAll();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var key = new Key(request.getRequestURI(), request.getQueryString(), languages.resolveLocale(request));
        var copy = copies.getIfPresent(key);
        if (copy == null) {
            make(key, request, response, chain);
        } else {
            response.setLocale(key.language);
            answer(copy, request, response);
        }
    }

    private void make(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        long before = changes.get();
        var made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() == HttpServletResponse.SC_OK && made.getContentType() != null && isSameForAll(request)) {
            copies.put(key, new Copy(made.getContentType(), made.getHeader(HttpHeaders.ETAG), made.getHeader(HttpHeaders.CACHE_CONTROL),
                    made.getContentAsByteArray()));
            if (changes.get() != before) {
                copies.invalidate(key);
            }
        }
        made.copyBodyToResponse();
    }

    private static boolean isSameForAll(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod page && page.hasMethodAnnotation(SameForAll.class);
    }

    private static void answer(Copy copy, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, copy.cacheControl);
        if (copy.tag != null && new ServletWebRequest(request, response).checkNotModified(copy.tag)) {
            return;
        }
        response.setContentType(copy.type);
        response.setContentLength(copy.body.length);
        response.getOutputStream().write(copy.body);
    }
}
