package painpathway.web.review;

import java.util.List;

/**
 * What is reviewed together: a file of rules, the red flags, or the disagreements.
 *
 * @param key   its address
 * @param title the name of its file
 */
record ReviewFamily(String key, String title, List<ReviewItem> items) {

    /** How many of its items a clinician has reviewed. */
    public long reviewed() {
        return items.stream().filter(i -> i.reviewed().review() != null).count();
    }

    /** How many of these reviews are due again. */
    public long due() {
        return items.stream().filter(i -> i.reviewed().due()).count();
    }
}
