package org.mashhub.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.HubClient;

/**
 * Agencies that send at once, each with its own token, each waiting for one answer before
 * it sends the next. An event counts when the hub has answered 202, that is when the
 * broker has acknowledged it.
 */
final class Load implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final HubClient hub;

	private final Story story;

	private final String area;

	/**
	 * Creates senders who have not begun.
	 * @param hub gives tokens and addresses
	 * @param story what they send
	 * @param area the fictional area that they name
	 */
	Load(HubClient hub, Story story, String area) {
		this.hub = hub;
		this.story = story;
		this.area = area;
	}

	/**
	 * Sends as fast as the hub answers.
	 * @param events how many
	 * @param clients how many senders at once
	 * @return how long each answer took
	 */
	Latencies flatOut(int events, int clients) {
		return run(events, clients, (number) -> {
		});
	}

	/**
	 * Sends at a steady pace, whatever the answers take.
	 * @param events how many
	 * @param clients how many senders at most at once
	 * @param perSecond the pace
	 * @return how long each answer took
	 */
	Latencies paced(int events, int clients, int perSecond) {
		long begin = System.nanoTime();
		long gap = Duration.ofSeconds(1).toNanos() / perSecond;
		return run(events, clients, (number) -> {
			long due = begin + number * gap;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
		});
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	private Latencies run(int events, int clients, Pace pace) {
		Latencies latencies = new Latencies(events);
		AtomicInteger next = new AtomicInteger();
		AtomicReference<@Nullable String> refused = new AtomicReference<>();
		long began = System.nanoTime();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> senders = new ArrayList<>();
			for (int client = 0; client < clients; client++) {
				senders.add(threads.submit(() -> {
					int number = next.getAndIncrement();
					while (number < events && refused.get() == null) {
						pace.await(number);
						send(latencies, refused);
						number = next.getAndIncrement();
					}
				}));
			}
			for (Future<?> sender : senders) {
				sender.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotProceedException("interrupted", "Start it again when you like.", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("a sender failed", ex.getCause());
		}
		latencies.ended(System.nanoTime() - began);
		String problem = refused.get();
		if (problem != null) {
			throw new CannotProceedException("the hub refused what the benchmark sent: " + problem,
					"The benchmark and the adapters are of different versions; build afresh.");
		}
		return latencies;
	}

	private void send(Latencies latencies, AtomicReference<@Nullable String> refused) {
		Sending sending = this.story.next();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.hub.addresses().edge() + sending.path()))
			.timeout(TIMEOUT)
			.header("Authorization", "Bearer " + this.hub.token(sending.agency()))
			.header("Content-Type", sending.path().contains("/fhir/") ? "application/fhir+json" : "application/json")
			.header("Mash-Area", this.area)
			.POST(HttpRequest.BodyPublishers.ofString(sending.body()))
			.build();
		long began = System.nanoTime();
		try {
			HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 202) {
				refused.compareAndSet(null, sending.path() + " gave " + answer.statusCode() + " " + answer.body());
				return;
			}
			latencies.add(System.nanoTime() - began);
		}
		catch (IOException ex) {
			refused.compareAndSet(null, sending.path() + " did not answer: " + ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			refused.compareAndSet(null, "interrupted");
		}
	}

	/** Waits until an event is due. */
	@FunctionalInterface
	private interface Pace {

		void await(int number);

	}

}
