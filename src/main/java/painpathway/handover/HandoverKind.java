package painpathway.handover;

import java.util.Arrays;
import java.util.Optional;

/** The documents that leave the clinic, each as a page to print and as a PDF. */
enum HandoverKind {
    /** One page for the specialist. */
    LETTER("letter", "letter", "letter.pdf"),
    /** The whole advice, with all reasons and answers. */
    PRINT("print", "print", "handover.pdf"),
    /** The sheet for the patient. */
    SHEET("sheet", "patient-sheet", "patient-sheet.pdf");

    private final String word;
    private final String page;
    private final String file;

    HandoverKind(String word, String page, String file) {
        this.word = word;
        this.page = page;
        this.file = file;
    }

    /** The kind that is found at this last part of an address. */
    static Optional<HandoverKind> at(String document) {
        return Arrays.stream(values())
                .filter(kind -> document.equals(kind.page) || document.equals(kind.file))
                .findFirst();
    }

    /** The word under which it is kept with a record. */
    String word() {
        return word;
    }

    /** The last part of the address of its PDF. */
    String file() {
        return file;
    }
}
