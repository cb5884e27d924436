package painpathway.records;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one open page wants to save. Only differences from the revision that the page was made from are applied, so a page
 * that is out of date undoes nothing that it did not touch.
 *
 * @param base    the revision that the page shows
 * @param fields  the contents of its fields
 * @param held    the fields on the page: one that is not in {@code fields} was made blank; a field that is not held is left alone
 * @param touched fields that were changed on the page and may not be saved yet, whatever they were before
 * @param places  how many painful places the page has; more than at its base adds some
 * @param remove  the painful place to remove, from 0
 */
public record Edit(
        long base,
        Map<String, List<String>> fields,
        Set<String> held,
        Set<String> touched,
        int places,
        OptionalInt remove,
        OpenPage page) {

    /**
     * Where it comes from.
     *
     * @param tab  which open page this is
     * @param who  the name or initials given by the person there, or an empty text
     * @param turn the number of the page's request; 0 if the page does not count them
     */
    public record OpenPage(String tab, String who, long turn) {}

    /** Makes some fields blank as they are at a revision, as part of what this page has changed. */
    Edit blank(long revision, Set<String> blank) {
        return new Edit(
                revision, Map.of(), blank, blank, 0, OptionalInt.empty(), new OpenPage(page.tab(), page.who(), 0));
    }

    /** The first contents of a draft, from no page. */
    static Edit first(Map<String, List<String>> fields, int places) {
        return new Edit(0, fields, fields.keySet(), Set.of(), places, OptionalInt.empty(), new OpenPage("", "", 0));
    }
}
