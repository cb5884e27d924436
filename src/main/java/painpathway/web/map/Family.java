package painpathway.web.map;

import painpathway.web.learn.Kind;

/**
 * What stands together in the rules folder, and is one box on the map as long as it is folded: a section of the questionnaire, or a
 * file of rules.
 *
 * @param kind of its members
 * @param id   of the section, or the name of the file without its ending
 */
record Family(Kind kind, String id, String name) {

    /** Its word in addresses. */
    String key() {
        return kind.path() + ":" + id;
    }
}
