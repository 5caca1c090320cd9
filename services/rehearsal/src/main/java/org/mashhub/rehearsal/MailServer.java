package org.mashhub.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server that delivers to a directory, and to nobody. A message is on the
 * disk before it is accepted; the same message sent again is the same file.
 */
public final class MailServer implements AutoCloseable {

	private static final int MAX_SIZE = 1024 * 1024;

	private static final int TROUBLE = 451;

	private final Path directory;

	private final String address;

	private final int port;

	private @Nullable SMTPServer server;

	/**
	 * Creates a server that is not started yet.
	 * @param directory where messages are kept
	 * @param address address of this machine on which it listens
	 * @param port its port
	 */
	public MailServer(Path directory, String address, int port) {
		this.directory = directory;
		this.address = address;
		this.port = port;
	}

	/** Starts it. */
	public synchronized void start() {
		if (this.server != null) {
			return;
		}
		try {
			Files.createDirectories(this.directory);
			SMTPServer starting = SMTPServer.port(this.port)
				.bindAddress(InetAddress.getByName(this.address))
				.hostName("localhost")
				.softwareName("MASH Hub demo")
				.maxMessageSize(MAX_SIZE)
				.messageHandler((context, from, to, data) -> accept(data))
				.build();
			starting.start();
			this.server = starting;
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("there is no address " + this.address, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start the mail server", ex);
		}
	}

	/** Stops it; it can be started again. */
	@Override
	public synchronized void close() {
		SMTPServer running = this.server;
		if (running != null) {
			this.server = null;
			running.stop();
		}
	}

	private void accept(byte[] data) throws RejectException {
		try {
			keep(fileName(data), data);
		}
		catch (IOException | MessagingException ex) {
			throw new RejectException(TROUBLE, "cannot keep the message, try again later");
		}
	}

	private void keep(String name, byte[] data) throws IOException {
		Path temporary = Files.createTempFile(this.directory, "arriving", ".tmp");
		try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(data);
			while (bytes.hasRemaining()) {
				file.write(bytes);
			}
			file.force(true);
		}
		Files.move(temporary, this.directory.resolve(name), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

	private static String fileName(byte[] data) throws MessagingException {
		MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(data));
		String id = Optional.ofNullable(message.getMessageID()).orElseGet(() -> UUID.randomUUID().toString());
		return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.@_-]", "") + ".eml";
	}

	/** Orders files as they first arrived. */
	static final Comparator<Path> BY_ARRIVAL = Comparator.comparing(MailServer::arrived)
		.thenComparing(Path::getFileName);

	private static java.nio.file.attribute.FileTime arrived(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
	}

}
