"""The window: the only room that knows Qt.

::

    application  start: fonts, look, window
    window       wires pages, worker, search and dossier together; nobody else does
    pages        start_page  library_page  discrepancies_page  compare_page  export_page
    parts        rail reader ruler inspector dots matrix ribbon chips notices ...: widgets that ask by signals
    models       article_list  case_table: rows straight from the dossier
    beside       reading_process (worker)  searching (thread)
    looks        theme fonts icons status isolates positions
"""
