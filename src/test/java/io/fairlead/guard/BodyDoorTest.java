package io.fairlead.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class BodyDoorTest {

    private static final int MIB = 1024 * 1024;

    private final BodyDoor door = new BodyDoor(MIB, BodyDoor.SMALL_BYTES_MAX, 2 * MIB);

    @Test
    void a_body_is_read_whole_whether_its_length_is_told_or_not() throws IOException {
        for (int length : new int[] {1, 1_000, BodyDoor.SMALL_BYTES_MAX + 1, MIB}) {
            try (var told = door.read(told(length));
                    var untold = door.read(untold(length))) {
                assertThat(told.bytes()).hasSize(length);
                assertThat(untold.bytes()).hasSize(length);
            }
        }
    }

    @Test
    void no_body_is_an_empty_one() throws IOException {
        var request = mock(HttpServletRequest.class);
        when(request.getContentLengthLong()).thenReturn(-1L);
        try (var none = door.read(request)) {
            assertThat(none.bytes()).isEmpty();
        }
    }

    @Test
    void a_longer_one_is_refused_unread_where_it_tells_its_length() throws IOException {
        var request = told(MIB + 1);
        assertRefused(request, 413, "BODY_TOO_LARGE");
        assertThat(request.getInputStream().read()).isNotNegative();
        assertRefused(untold(MIB + 1), 413, "BODY_TOO_LARGE");
    }

    @Test
    void a_full_door_refuses_until_a_body_is_given_back() throws IOException {
        var held = new ArrayList<BodyDoor.Body>();
        held.add(door.read(told(MIB)));
        held.add(door.read(told(MIB)));
        assertRefused(told(MIB), 503, "DOOR_FULL");
        assertRefused(untold(MIB), 503, "DOOR_FULL");
        held.removeFirst().close();
        held.add(door.read(told(MIB)));
        held.forEach(BodyDoor.Body::close);
    }

    @Test
    void large_bodies_keep_no_small_one_out() throws IOException {
        try (var _ = door.read(told(MIB));
                var _ = door.read(told(MIB));
                var small = door.read(told(500))) {
            assertThat(small.bytes()).hasSize(500);
        }
    }

    @Test
    void what_was_refused_or_broke_off_weighs_nothing() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertRefused(untold(MIB + 1), 413, "BODY_TOO_LARGE");
            assertThatThrownBy(() -> door.read(request(MIB, breaking(new IOException("gone")))))
                    .isInstanceOf(IOException.class);
        }
        try (var _ = door.read(told(MIB));
                var last = door.read(told(MIB))) {
            assertThat(last.bytes()).hasSize(MIB);
        }
    }

    @Test
    void a_body_that_stands_still_is_told_to_be_slow() throws IOException {
        assertRefused(request(MIB, breaking(new SocketTimeoutException())), 408, "BODY_TOO_SLOW");
    }

    private void assertRefused(HttpServletRequest request, int status, String code) {
        assertThatThrownBy(() -> door.read(request).close()).isInstanceOfSatisfying(BodyRefused.class, refused -> {
            assertThat(refused.refusal().status()).isEqualTo(status);
            assertThat(refused.refusal().code()).isEqualTo(code);
        });
    }

    private static HttpServletRequest told(int length) throws IOException {
        return request(length, new ByteArrayInputStream(new byte[length]));
    }

    private static HttpServletRequest untold(int length) throws IOException {
        var request = request(-1, new ByteArrayInputStream(new byte[length]));
        when(request.getHeader("Transfer-Encoding")).thenReturn("chunked");
        return request;
    }

    private static HttpServletRequest request(long told, InputStream content) throws IOException {
        var request = mock(HttpServletRequest.class);
        when(request.getContentLengthLong()).thenReturn(told);
        when(request.getInputStream()).thenReturn(new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return content.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return content.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        });
        return request;
    }

    private static InputStream breaking(IOException how) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw how;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw how;
            }
        };
    }
}
