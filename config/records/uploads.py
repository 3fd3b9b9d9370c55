"""What is sent up with a form: no more of it than a form takes, whatever is sent."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

LARGEST = 20 * 1024 * 1024


class Limited(FileUploadHandler):
    """Stands before the others: lets a file through until it is too large, and then drops it.

    The form finds no file, and `was_too_large` tells why.
    """

    chunk_size = 64 * 1024
    came = 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.came = 0

    def receive_data_chunk(self, raw_data, start):
        self.came += len(raw_data)
        if self.came > LARGEST:
            self.request.META["tizim.too_large"] = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None


def was_too_large(request) -> bool:
    """Whether a file of this request was dropped because of its size."""
    return request.META.get("tizim.too_large", False)
