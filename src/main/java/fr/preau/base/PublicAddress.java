package fr.preau.base;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this installation is found from outside, for links in letters, calendars and feeds. */
@Component
public class PublicAddress {

    private final String root;
    private final URI address;

    PublicAddress(@Value("${preau.public-url:http://localhost:${server.port:8080}}") String root) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        this.address = URI.create(this.root);
        if (address.getHost() == null) {
            throw new IllegalStateException("preau.public-url is no address: " + root);
        }
    }

    /** The whole address of a page of ours; the path begins with a slash. */
    public String of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Not a path: " + path);
        }
        return root + path;
    }

    /** The name of the machine alone: what passkeys are made for. */
    public String host() {
        return address.getHost();
    }

    /** What a browser says of pages of ours: scheme, host, and the port when it is not the usual one. */
    public String origin() {
        boolean usual = address.getPort() == -1 || address.getPort() == (address.getScheme().equals("https") ? 443 : 80);
        return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + address.getPort());
    }
}
