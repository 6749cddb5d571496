package fr.preau.base;

/**
 * The application has been answering for {@code preau.settling}: what waited since an earlier run, letters and jobs, may go on. It
 * does not begin before, because it asks for the same processors as the first visitors, who wait.
 */
public record Settled() {
}
