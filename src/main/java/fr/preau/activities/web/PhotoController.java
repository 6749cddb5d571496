package fr.preau.activities.web;

import fr.preau.activities.photos.PhotoService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The photos of activities. Their address changes with their content, so that a replaced photo is seen at once; one that was
 * taken away leaves the browsers within an hour: they ask again, by the hash alone, and it is not found.
 */
@Controller
@AllowedTo(Role.ANYONE)
class PhotoController {

    private static final Duration A_WHILE = Duration.ofHours(1);

    private final PhotoService photos;

    PhotoController(PhotoService photos) {
        this.photos = photos;
    }

    @GetMapping("/centres/{house}/photos/{hash:[0-9a-f]{32}}-{width:[0-9]{2,4}}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable String hash, @PathVariable int width, HttpServletResponse response) {
        byte[] content = photos.shown(hash, width).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // Set here and not on the answer: pages of a centre are asked for each time, and this one is not.
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.maxAge(A_WHILE).cachePublic().mustRevalidate().getHeaderValue());
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).eTag(hash + "-" + width).body(content);
    }
}
