package painpathway.records;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one open page wants saved. Only what differs from the revision that the page was made from is applied, so a page
 * that is out of date takes nothing back that it did not touch.
 *
 * @param base    the revision that the page shows
 * @param fields  what stands in its fields
 * @param held    the fields it speaks of: one that is held and not in {@code fields} was made blank, any other one is left alone
 * @param touched fields that were changed on the page and not yet known to be saved, whatever they were before
 * @param places  how many painful places the page has; more than at its base adds some
 * @param remove  the painful place to remove, from 0, or null
 * @param tab     which open page this is
 * @param who     what the person there calls themselves, or an empty text
 * @param turn    counts the requests of the page, 0 where it does not count
 */
public record Edit(long base, Map<String, List<String>> fields, Set<String> held, Set<String> touched, int places, Integer remove,
                   String tab, String who, long turn) {
}
