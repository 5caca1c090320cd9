package org.mashhub.standalone.scenario;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same for several at once, as several organisations would. */
final class SideBySide {

	private SideBySide() {
	}

	/**
	 * Does it for each.
	 * @param <T> what it is done for
	 * @param <R> what comes of it
	 * @param each what it is done for
	 * @param task what is done
	 * @return what came of each, in the given order, once all are done
	 */
	static <T, R> List<R> each(Collection<T> each, Function<T, R> task) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return each.stream()
				.map((one) -> CompletableFuture.supplyAsync(() -> task.apply(one), threads))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
