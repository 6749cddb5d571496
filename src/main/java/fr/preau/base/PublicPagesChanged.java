package fr.preau.base;

/** What public pages show has been changed by the staff: copies that are kept of them are not true any more. */
public record PublicPagesChanged() {
}
