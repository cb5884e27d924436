package painpathway.logic;

/** The rules add up answers in too many ways to be written as formulas. Everything else about them works; proofs and changes do not. */
public final class NotEncodable extends UnsupportedOperationException {

    NotEncodable(String why) {
        super(why);
    }
}
