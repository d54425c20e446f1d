package io.fairlead.gateway.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;

/** A text as the squares of a QR code with error correction M, without the empty border around it. */
final class QrSquares {

    /**
     * Rows from the top, true where a square is dark.
     *
     * @param text at most 331 bytes in UTF-8
     */
    static boolean[][] of(String text) {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, 0);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var rows = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    rows[row][column] = matrix.get(column, row);
                }
            }
            return rows;
        } catch (WriterException tooLong) {
            throw new IllegalStateException("331 bytes fit into a QR code", tooLong);
        }
    }

    private QrSquares() {}
}
