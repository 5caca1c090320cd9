package org.mashhub.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** What the embedded mail server has delivered. */
public final class Mailbox {

	private final Path directory;

	/**
	 * Creates a view of a mail server's directory.
	 * @param directory the directory
	 */
	public Mailbox(Path directory) {
		this.directory = directory;
	}

	/**
	 * Every message.
	 * @return messages in the order of their arrival
	 */
	public List<Mail> read() {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".eml"))
				.sorted(MailServer.BY_ARRIVAL)
				.map(Mailbox::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the mailbox", ex);
		}
	}

	private static Mail parse(Path file) {
		try (InputStream content = Files.newInputStream(file)) {
			MimeMessage message = new MimeMessage((Session) null, content);
			List<String> to = Arrays
				.stream(Optional.ofNullable(message.getAllRecipients()).orElseGet(() -> new Address[0]))
				.map(Address::toString)
				.toList();
			return new Mail(Optional.ofNullable(message.getMessageID()).orElse(""), to,
					Optional.ofNullable(message.getSubject()).orElse(""),
					Optional.ofNullable(message.getSentDate()).map((sent) -> sent.toInstant().toString()).orElse(""),
					text(message.getContent()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read a message", ex);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("cannot understand a message", ex);
		}
	}

	private static String text(Object content) throws MessagingException, IOException {
		if (content instanceof String text) {
			return text.strip();
		}
		if (content instanceof MimeMultipart parts) {
			for (int at = 0; at < parts.getCount(); at++) {
				BodyPart part = parts.getBodyPart(at);
				if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
					return text(part.getContent());
				}
			}
		}
		return "";
	}

	/**
	 * One message.
	 *
	 * @param id its message id
	 * @param to recipients
	 * @param subject subject
	 * @param date when it was sent, ISO 8601
	 * @param body plain text
	 */
	public record Mail(String id, List<String> to, String subject, String date, String body) {

		public Mail {
			to = List.copyOf(to);
		}

	}

}
