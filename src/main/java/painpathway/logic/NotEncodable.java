package painpathway.logic;

/** Rules that add up answers in too many ways to be written as formulas: everything else about them works, proofs and changes do not. */
public final class NotEncodable extends UnsupportedOperationException {

    NotEncodable(String why) {
        super(why);
    }
}
