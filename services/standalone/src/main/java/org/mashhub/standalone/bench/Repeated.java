package org.mashhub.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.CannotProceedException;

/**
 * Senders who send the same record again and again, each waiting for its answer before it
 * sends the next.
 *
 * @param http the client that all share
 * @param uri where to
 * @param headers headers
 * @param body the record
 * @param clients how many senders
 */
record Repeated(HttpClient http, URI uri, Map<String, String> headers, String body, int clients) {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	Repeated {
		headers = Map.copyOf(headers);
	}

	/**
	 * Sends for a time.
	 * @param time how long
	 * @return records acknowledged in a second
	 */
	double run(Duration time) {
		AtomicLong acknowledged = new AtomicLong();
		AtomicReference<@Nullable String> refused = new AtomicReference<>();
		long began = System.nanoTime();
		long end = began + time.toNanos();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int client = 0; client < this.clients; client++) {
				threads.execute(() -> {
					while (System.nanoTime() < end && refused.get() == null) {
						String problem = send();
						if (problem != null) {
							refused.compareAndSet(null, problem);
						}
						else {
							acknowledged.incrementAndGet();
						}
					}
				});
			}
		}
		String problem = refused.get();
		if (problem != null) {
			throw new CannotProceedException(
					"the benchmark's record was not taken at " + this.uri.getPath() + ": " + problem,
					"The benchmark and the adapters are of different versions; build afresh.");
		}
		return acknowledged.get() * 1e9 / (System.nanoTime() - began);
	}

	private @Nullable String send() {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.uri)
			.timeout(TIMEOUT)
			.POST(HttpRequest.BodyPublishers.ofString(this.body));
		this.headers.forEach(request::header);
		try {
			HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return (answer.statusCode() == 202) ? null : answer.statusCode() + " " + answer.body();
		}
		catch (IOException ex) {
			return ex.getClass().getSimpleName();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "interrupted";
		}
	}

}
