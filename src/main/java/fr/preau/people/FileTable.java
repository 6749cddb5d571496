package fr.preau.people;

import java.util.List;

/**
 * A table in the copy of a family's file; its words are in the reader's language.
 *
 * @param rows with a cell for each column
 */
public record FileTable(String title, List<String> columns, List<List<FileCell>> rows) {
}
