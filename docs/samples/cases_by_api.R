# Read a register's cases by program: a filtered list, the tidy copy, what is gone.
#
#     Rscript cases_by_api.R https://register.example
#
# Needs nothing but R. A token, if you have one, stands in the environment as TIZIM_TOKEN.

home <- sub("/+$", "", commandArgs(TRUE)[1])
token <- Sys.getenv("TIZIM_TOKEN")
headers <- if (nzchar(token)) c(Authorization = paste("Bearer", token)) else NULL

as_asked <- function(filters) {
  values <- vapply(filters, function(one) URLencode(as.character(one), reserved = TRUE), "")
  paste(names(filters), values, sep = "=", collapse = "&")
}

# A table as it is sent: every cell a text, an empty one is NA. Nothing is guessed.
read_table <- function(file) {
  read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE)
}

# The rows that answer a question, in one file.
rows_of <- function(noun, ...) {
  address <- paste0(home, "/api/v1/", noun, ".csv?", as_asked(list(...)))
  read_table(url(address, headers = headers, encoding = "UTF-8-BOM"))
}

# Every table of the tidy copy, by its name.
tidy <- function() {
  archive <- tempfile(fileext = ".zip")
  download.file(paste0(home, "/api/v1/tidy.zip"), archive, mode = "wb", quiet = TRUE,
                headers = headers)
  files <- unzip(archive, exdir = tempfile())
  tables <- files[endsWith(files, ".csv")]
  names(tables) <- sub("\\.csv$", "", basename(tables))
  lapply(tables, function(one) read_table(file(one, encoding = "UTF-8-BOM")))
}

cases <- rows_of("cases")
arrested <- rows_of("cases", kind = "arrest", columns = "basic")
copy <- tidy()
by_status <- sort(table(cases$status), decreasing = TRUE)

cat("cases:", nrow(cases), "\n")
cat("with an arrest:", nrow(arrested), "\n")
cat("most are:", names(by_status)[1], "\n")
cat("tables of the tidy copy:", length(copy), "\n")
cat("cases whose person is in the copy:", sum(copy$cases$person_id %in% copy$people$id), "\n")
