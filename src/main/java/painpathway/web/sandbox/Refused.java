package painpathway.web.sandbox;

/** Something that a sandbox does not take, with the last part of the name of the message that says why. */
final class Refused extends RuntimeException {

    private final String why;
    private final transient Object detail;

    Refused(String why, Object detail) {
        super(why);
        this.why = why;
        this.detail = detail;
    }

    String why() {
        return why;
    }

    Object detail() {
        return detail;
    }
}
