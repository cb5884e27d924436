package painpathway.web.map;

/**
 * What one patient's answers make of something on the map.
 *
 * @param look   its word in the style sheet, which is also the name of its sign
 * @param text   the same in words
 * @param behind whether an intervention has been done before
 */
record Mark(String look, String text, boolean behind) {

    Mark(String look, String text) {
        this(look, text, false);
    }
}
