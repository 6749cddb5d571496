package fr.preau.base;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this installation is found from outside, for links in letters, calendars and feeds. */
@Component
public class PublicAddress {

    private final String root;

    PublicAddress(@Value("${preau.public-url:http://localhost:${server.port:8080}}") String root) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    /** The whole address of a page of ours; the path begins with a slash. */
    public String of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Not a path: " + path);
        }
        return root + path;
    }
}
