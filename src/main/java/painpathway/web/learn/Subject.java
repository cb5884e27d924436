package painpathway.web.learn;

/**
 * Something that has a page.
 *
 * @param title what it is called or says
 * @param group what it is listed under among its kind; empty if its kind has no groups
 */
public record Subject(Kind kind, String id, String title, String group) {

    /** Where its page is. */
    public String address() {
        return "/" + kind.path() + (kind == Kind.LAWS ? "#" : "/") + id;
    }
}
