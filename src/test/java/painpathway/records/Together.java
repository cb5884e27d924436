package painpathway.records;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who do something at the same moment. */
final class Together {

    private Together() {}

    /** What one of them does. */
    interface Work<T> {
        T by(int person) throws Exception;
    }

    /** Lets so many work at the same moment, and gives what each came to. */
    static <T> List<T> run(int people, Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int person = i;
                Callable<T> call = () -> {
                    start.await();
                    return work.by(person);
                };
                all.add(threads.submit(call));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
