package painpathway;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import painpathway.advice.LiveAdvisor;
import painpathway.command.ServerSettings;
import painpathway.folder.FolderWatch;

/** Picks up changes in the folder named by {@code advisor.rules} without a restart. The shipped rules never change. */
@Component
@ConditionalOnProperty(ServerSettings.RULES)
class RulesWatch implements SmartLifecycle {

    private final LiveAdvisor live;
    private final String folder;
    private Thread watcher = new Thread();

    RulesWatch(LiveAdvisor live, @Value("${" + ServerSettings.RULES + "}") String folder) {
        this.live = live;
        this.folder = folder;
    }

    @Override
    public void start() {
        if (folder.isBlank()) {
            return;
        }
        watcher = new Thread(this::watch, "rules-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        try (FolderWatch changes = new FolderWatch(Path.of(folder))) {
            while (!Thread.currentThread().isInterrupted()) {
                changes.await();
                live.reloadIfChanged();
            }
        } catch (InterruptedException programEnds) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        watcher.interrupt();
    }

    @Override
    public boolean isRunning() {
        return watcher.isAlive();
    }
}
