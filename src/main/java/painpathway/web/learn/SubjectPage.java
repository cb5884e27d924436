package painpathway.web.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * The page of one thing.
 *
 * @param main what it says
 * @param side what it is linked with
 */
record SubjectPage(Subject subject, List<Tag> tags, List<Block> main, List<Block> side) {

    SubjectPage(Subject subject) {
        this(subject, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    SubjectPage tag(Tag tag) {
        tags.add(tag);
        return this;
    }

    SubjectPage show(Block block) {
        main.add(block);
        return this;
    }

    SubjectPage beside(List<? extends Block> blocks) {
        side.addAll(blocks);
        return this;
    }
}
