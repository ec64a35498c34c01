" Waits for the findings of the open file, fixes it, and writes what it saw.
let s:seen = {'languages': {}, 'diagnostics': {}}
let s:opened = bufnr('%')

function! s:look() abort
  let l:found = filter(copy(ale#engine#GetLoclist(s:opened)), {_, item -> item.linter_name ==# 'mender-lint'})
  if len(l:found) < $MENDER_LINT_OPENED_TOTAL
    return
  endif
  autocmd! MenderLintTest
  let s:seen.diagnostics[$MENDER_LINT_OPENED] = map(copy(l:found), {_, item -> [item.lnum, item.code]})
  call cursor(l:found[0].lnum, l:found[0].col)
  call ale#codefix#Execute(0, function('s:choose'))
endfunction

" What ALE would ask for in a menu.
function! s:choose(data, items) abort
  for [l:kind, l:action] in a:items
    if l:action.title =~# '^Fix all \d\+ safe problems in this file'
      call ale#codefix#ApplyLSPCodeAction(a:data, l:action)
      return s:finish()
    endif
  endfor
  call s:write({'actions': a:items})
  cquit
endfunction

function! s:finish() abort
  let s:seen.fixed = join(getbufline(s:opened, 1, '$'), "\n") . "\n"
  for l:path in split($MENDER_LINT_SAMPLES, ':')
    execute 'edit! ' . l:path
    let s:seen.languages[l:path] = &filetype
  endfor
  call s:write(s:seen)
  qall!
endfunction

function! s:write(value) abort
  call writefile([json_encode(a:value)], $MENDER_LINT_SEEN)
endfunction

augroup MenderLintTest
  autocmd User ALELintPost call s:look()
augroup END
