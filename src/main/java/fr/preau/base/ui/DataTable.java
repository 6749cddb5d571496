package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A real table, fetched page by page: rows of two lines on a wide screen, cards on a phone. Lighter than a grid, and
 * every screen reader knows it. The first column names its row.
 */
public class DataTable<T> extends Div {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;

    private final NativeTable table = new NativeTable();
    private final List<Column<T>> columns = new ArrayList<>();
    private final Rows<T> rows;
    private final Count count;
    private final Pager pager = new Pager(this::show);
    private Component whenEmpty = new Span();
    private int size = ROWS;
    private int page = 1;

    /** The rows from an offset on, at most so many. */
    @FunctionalInterface
    public interface Rows<T> extends Serializable {
        List<T> fetch(int offset, int limit);
    }

    /** How many rows there are in all. */
    @FunctionalInterface
    public interface Count extends Serializable {
        long rows();
    }

    private record Column<T>(String name, String css, SerializableFunction<T, Component> cell) implements Serializable {
    }

    /** @param name what the table holds, for screen readers */
    public DataTable(String name, Rows<T> rows, Count count) {
        this.rows = rows;
        this.count = count;
        table.addClassName("sheet");
        table.getElement().setAttribute("aria-label", name);
        role(table, "table");
    }

    /** A column of words. */
    public DataTable<T> text(String name, SerializableFunction<T, String> words) {
        return column(name, row -> new Span(words.apply(row)));
    }

    /** A column of two lines. */
    public DataTable<T> twoLines(String name, SerializableFunction<T, String> first, SerializableFunction<T, String> second) {
        return column(name, row -> new TwoLines(first.apply(row), second.apply(row)));
    }

    /** A column of numbers, at the end of their cells. */
    public DataTable<T> number(String name, SerializableFunction<T, String> number) {
        columns.add(new Column<>(name, "num", row -> new Span(number.apply(row))));
        return this;
    }

    /** A column of anything. */
    public DataTable<T> column(String name, SerializableFunction<T, Component> cell) {
        columns.add(new Column<>(name, "", cell));
        return this;
    }

    /** The last column: what can be done with a row. */
    public DataTable<T> acts(String name, SerializableFunction<T, Component> acts) {
        columns.add(new Column<>(name, "do", acts));
        return this;
    }

    /** What stands here when there is nothing. */
    public DataTable<T> whenEmpty(Component component) {
        whenEmpty = component;
        return this;
    }

    /** How many rows a page has; 25 when nothing is said. */
    public DataTable<T> pagesOf(int rowsPerPage) {
        size = rowsPerPage;
        return this;
    }

    /** The pages are links: the page is in the address, like the filters. */
    public DataTable<T> pageLinks(SerializableFunction<Integer, String> hrefOfPage) {
        pager.links(hrefOfPage);
        return this;
    }

    /** The same page again, with what is true now. */
    public void refresh() {
        show(page);
    }

    /** Fetches and shows a page, the first being 1; a page beyond the last shows the last. */
    public void show(int wanted) {
        long total = count.rows();
        int last = (int) Math.max(1, (total + size - 1) / size);
        page = Math.clamp(wanted, 1, last);
        removeAll();
        if (total == 0) {
            add(whenEmpty);
            return;
        }
        table.removeAll();
        head();
        body(rows.fetch((page - 1) * size, size));
        pager.update(page, last, (page - 1) * size + 1L, Math.min(total, (long) page * size), total);
        add(table, pager);
    }

    private void head() {
        var line = role(new NativeTableRow(), "row");
        for (Column<T> column : columns) {
            var cell = role(new NativeTableHeaderCell(column.name()), "columnheader");
            cell.getElement().setAttribute("scope", "col");
            dress(cell, column);
            line.add(cell);
        }
        role(table.getHead(), "rowgroup").add(line);
    }

    private void body(List<T> found) {
        var body = role(table.getBody(), "rowgroup");
        for (T row : found) {
            var line = role(new NativeTableRow(), "row");
            for (int i = 0; i < columns.size(); i++) {
                line.add(i == 0 ? name(columns.get(i), row) : cell(columns.get(i), row));
            }
            body.add(line);
        }
    }

    private Component name(Column<T> column, T row) {
        var cell = role(new NativeTableHeaderCell(column.cell().apply(row)), "rowheader");
        cell.getElement().setAttribute("scope", "row");
        return cell;
    }

    private Component cell(Column<T> column, T row) {
        var cell = role(new NativeTableCell(column.cell().apply(row)), "cell");
        cell.getElement().setAttribute("data-label", column.name());
        dress(cell, column);
        return cell;
    }

    private static void dress(Component cell, Column<?> column) {
        if (!column.css().isEmpty()) {
            cell.getElement().getClassList().add(column.css());
        }
    }

    /** As cards the elements are no longer laid out as a table; the roles keep it one for screen readers. */
    private static <C extends Component> C role(C component, String role) {
        component.getElement().setAttribute("role", role);
        return component;
    }
}
