package painpathway.handover;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Bidi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Puts the letters of a page in the order in which they stand on paper from left to right, because the PDF library sets them so. */
final class RightToLeft {

    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<]+");
    private static final char NO_BREAK_SPACE = '\u00a0';

    private RightToLeft() {}

    /** The page, with every text of its body in order; its title stays as it was written. */
    static String inOrder(String html) {
        if (!WrittenScript.turned(html)) {
            return html;
        }
        int body = Math.max(0, html.indexOf("<body"));
        return html.substring(0, body)
                + TEXT.matcher(html.substring(body)).replaceAll(text -> {
                    String node = text.group();
                    return Matcher.quoteReplacement(
                            WrittenScript.turned(node)
                                    ? HtmlUtils.htmlEscape(visual(HtmlUtils.htmlUnescape(node)), "UTF-8")
                                    : node);
                });
    }

    private static String visual(String text) {
        // A line break would end the paragraph, and with it the order.
        String shaped = WrittenScript.shaped(text.replaceAll("\\s+", " "));
        Bidi order = new Bidi(shaped, Bidi.DIRECTION_LEFT_TO_RIGHT);
        StringBuilder visual = new StringBuilder();
        for (int at : order.getVisualMap()) {
            char c = shaped.charAt(at);
            boolean turned = order.getLevelAt(at) % 2 == 1;
            // Broken into lines, words that run to the left would begin at the end.
            visual.append(!turned ? c : c == ' ' ? NO_BREAK_SPACE : (char) UCharacter.getMirror(c));
        }
        return visual.toString();
    }
}
