package fr.preau.base.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.base.PublicNumbersChanged;
import fr.preau.base.PublicPagesChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 * until what it says has changed.
 * <ul>
 * <li>What the staff changes is seen at once: all copies go.
 * <li>When somebody takes a place or gives one back, copies of that centre that are older than a moment go: in a rush, when a number
 * changes thirty times a second, it may be that much older.
 * <li>With each minute of the clock all copies are old: hours at which something opens, closes or begins are whole minutes.
 * </ul>
 *
 * <p>Only pages that say that they are the {@link SameForAll} and that were found are kept, and never more than {@link #MOST_BYTES}.
 */
class PageCopies extends OncePerRequestFilter {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 32 << 20;

    private final LocaleResolver languages;
    private final Clock clock;
    private final Duration moment;
    private final Cache<Key, Copy> copies;
    /** By centre, when a number on its pages changed last; they are as many as there are centres. */
    private final Map<UUID, Instant> numbers = new ConcurrentHashMap<>();
    /** How many changes there have been: a page that was begun before the last one is not kept. */
    private final AtomicLong changes = new AtomicLong();

    /** @param moment how long a copy is good although a number has changed; when there is no such moment none is kept */
    PageCopies(LocaleResolver languages, Clock clock, Duration moment) {
        this.languages = languages;
        this.clock = clock;
        this.moment = moment;
        copies = Caffeine.newBuilder().expireAfterWrite(moment.isZero() ? Duration.ZERO : A_MINUTE).maximumWeight(MOST_BYTES)
                .weigher((Key key, Copy copy) -> key.weight() + copy.body.length).build();
    }

    private record Key(String path, @Nullable String query, Locale language) {

        int weight() {
            return 2 * (path.length() + (query == null ? 0 : query.length()));
        }
    }

    /**
     * What a page says of itself; the rest is written for each answer.
     *
     * @param begun when its making began: it may be older than what changed since
     */
    private record Copy(@Nullable UUID centre, Instant begun, String type, @Nullable String tag, @Nullable String cacheControl, byte[] body) {
    }

    /** Once the change is committed, so that who asks next reads it. */
    @TransactionalEventListener(fallbackExecution = true)
    void forget(PublicPagesChanged changed) {
        changes.incrementAndGet();
        copies.invalidateAll();
    }

    /** Once the change is committed too. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(PublicNumbersChanged changed) {
        numbers.put(changed.centre(), clock.instant());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var key = new Key(request.getRequestURI(), request.getQueryString(), languages.resolveLocale(request));
        var copy = copies.getIfPresent(key);
        if (copy == null || !holds(copy)) {
            make(key, request, response, chain);
        } else {
            response.setLocale(key.language);
            answer(copy, request, response);
        }
    }

    private boolean holds(Copy copy) {
        var now = clock.instant();
        if (!copy.begun.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES))) {
            return false;
        }
        var change = copy.centre == null ? null : numbers.get(copy.centre);
        return change == null || change.isBefore(copy.begun) || now.isBefore(copy.begun.plus(moment));
    }

    private void make(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        long before = changes.get();
        var begun = clock.instant();
        var made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        if (made.getStatus() == HttpServletResponse.SC_OK && made.getContentType() != null && isSameForAll(request)) {
            copies.put(key, new Copy((UUID) request.getAttribute(SameForAll.CENTRE), begun, made.getContentType(), made.getHeader(HttpHeaders.ETAG), made.getHeader(HttpHeaders.CACHE_CONTROL),
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
