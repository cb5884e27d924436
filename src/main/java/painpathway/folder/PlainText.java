package painpathway.folder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a file whatever system or editor wrote it: UTF-8 without a byte order mark, lines that end with \n. */
final class PlainText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PlainText() {}

    static String of(String path, byte[] bytes) {
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new FaultyKnowledge(List.of(new Fault(path, 0, "is not UTF-8 text")));
        }
    }

    static String of(String text) {
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return marked.replace("\r\n", "\n").replace('\r', '\n');
    }
}
