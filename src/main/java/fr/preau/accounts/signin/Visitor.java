package fr.preau.accounts.signin;

import org.jspecify.annotations.Nullable;

/**
 * Somebody before the door.
 *
 * @param network where the request comes from: the address, or the half of a long one that names the line
 * @param browser the value of the cookie that tells this browser from others, if it has one
 * @param known   the value of the cookie of a browser that has signed in before, if it has one
 */
public record Visitor(String network, @Nullable String browser, @Nullable String known) {

    /** The line behind an address: version 6 gives each line 2^64 addresses. */
    public static String networkOf(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        var parts = address.split("%")[0].split(":", -1);
        var network = new StringBuilder();
        for (int i = 0; i < Math.min(4, parts.length); i++) {
            if (parts[i].isEmpty() && i > 0) {
                break;
            }
            network.append(parts[i]).append(':');
        }
        return network.append(":/64").toString();
    }
}
